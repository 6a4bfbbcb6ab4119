import { v5 as uuidv5 } from 'uuid';
import { ExpectedError, notFound } from '../../platform/errors/errors.ts';
import { completedSteps, type AnswerForm, type Choice, type StoredAnswer } from '../answer.ts';
import type { Course, Step } from '../course.ts';
import type { CourseVersion } from './course-version.ts';
import { SceneError } from './play-scene.ts';
import { replayScene } from './replay-scene.ts';
import type { NewAnswer } from './store-answer.ts';

/** Where somebody is in a course when they answer. */
export interface Answering {
	/** The enrollment. */
	readonly id: string;
	readonly version: CourseVersion;
	/** What was answered so far, in order. */
	readonly answers: readonly (StoredAnswer & { readonly number: number })[];
}

export interface Weighed {
	/** The row to be stored; null when there is nothing to store, as for a second vote. */
	readonly answer: NewAnswer | null;
	/** What was voted for, where this is somebody's first vote in a poll. */
	readonly vote: { readonly step: Step; readonly option: string } | null;
	/** The first answer of all. */
	readonly starts: boolean;
	/** With it every step is complete. */
	readonly finishes: boolean;
}

/**
 * What an answer means for whoever gives it: what is stored, counted and told. Reads and writes nothing.
 * @throws ExpectedError `not_found` for a step that is not there, `invalid_input` for an answer that it does not offer
 */
export function weighAnswer(own: Answering, stepId: string, form: AnswerForm): Weighed {
	const course = own.version.compiled;
	const step = course.steps.find(({ id }) => id === stepId);
	if (!step) throw notFound();
	const done = completedSteps(own.answers);
	if (!mayAnswer(course, done, step)) throw new ExpectedError('invalid_input');
	const { choice, completes } = judge(own.version, step, form);
	const nothing = { answer: null, vote: null, starts: false, finishes: false };
	if (step.kind === 'poll' && done.has(step.id)) return nothing;
	if (completes) done.add(step.id);
	return {
		answer: {
			enrollmentId: own.id,
			key: answerKey(step.id, choice, form.key),
			step: step.id,
			number: (own.answers.at(-1)?.number ?? 0) + 1,
			choice,
			completes,
			versionHash: own.version.hash,
		},
		vote: step.kind === 'poll' ? { step, option: form.option[0] ?? '' } : null,
		starts: own.answers.length === 0,
		finishes: completes && course.steps.every(({ id }) => done.has(id)),
	};
}

/** What an answer is known by: the same form with the same choice is the same answer. */
export function answerKey(step: string, choice: Choice, formKey: string): string {
	return uuidv5(JSON.stringify([step, choice]), formKey);
}

/** Back at any time, forward by taking part. */
export function mayAnswer(course: Course, done: ReadonlySet<string>, step: Step): boolean {
	return course.steps.slice(0, course.steps.indexOf(step)).every(({ id }) => done.has(id));
}

/** What the form says, if this step offers it. */
function judge(version: CourseVersion, step: Step, form: AnswerForm): { choice: Choice; completes: boolean } {
	const refuse = () => new ExpectedError('invalid_input');
	const offered = new Set(step.options);
	const chosen = [...new Set(form.option)];
	switch (step.kind) {
		case 'read':
			return { choice: { kind: 'read' }, completes: true };
		case 'question':
			if (chosen.length === 0 || !chosen.every((id) => offered.has(id))) throw refuse();
			if (step.choose === 'one' && chosen.length > 1) throw refuse();
			return { choice: { kind: 'question', options: chosen }, completes: true };
		case 'poll':
			if (chosen.length !== 1 || !offered.has(chosen[0] ?? '')) throw refuse();
			return { choice: { kind: 'poll' }, completes: true };
		case 'scene': {
			const path = [...form.path, ...chosen];
			try {
				// Both languages have the same choices and ends; the original decides.
				const { end } = replayScene(version, step.id, version.compiled.languages[0] ?? 'en', path);
				return { choice: { kind: 'scene', path }, completes: end !== null };
			} catch (error) {
				if (error instanceof SceneError) throw refuse();
				throw error;
			}
		}
	}
}
