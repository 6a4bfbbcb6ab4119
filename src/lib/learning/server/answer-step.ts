import { v5 as uuidv5 } from 'uuid';
import * as v from 'valibot';
import type { Ctx } from '../../platform/context.ts';
import { ExpectedError, notFound } from '../../platform/errors/errors.ts';
import { publish } from '../../platform/events/server/publish.ts';
import { completedSteps, type AnswerForm, type Choice } from '../answer.ts';
import type { Course, Step } from '../course.ts';
import { accessEnrollment, type OwnEnrollment } from './access.ts';
import { countVote } from './count-vote.ts';
import type { CourseVersion } from './course-version.ts';
import { SceneError } from './play-scene.ts';
import { completion } from './schema.ts';
import { replayScene } from './replay-scene.ts';
import { storeAnswer } from './store-answer.ts';

export interface Answered {
	/** The step is complete now, or was before. */
	readonly stepComplete: boolean;
	readonly courseComplete: boolean;
}

/**
 * Stores what a person answered, before the next step shows. The same form twice is one answer; the same key with
 * another choice, as after the back button, is another one. The first answer of all says that the course has been started, the last that it is completed: each once, as an event.
 * @throws ExpectedError `invalid_input` for an answer that this step does not offer
 */
export async function answerStep(
	ctx: Ctx,
	enrollmentId: string,
	stepId: string,
	form: AnswerForm,
): Promise<Answered> {
	const own = await accessEnrollment(ctx, enrollmentId, 'answer');
	const course = own.version.compiled;
	const step = course.steps.find(({ id }) => id === stepId);
	if (!step) throw notFound();
	const done = completedSteps(own.answers);
	if (!mayAnswer(course, done, step)) throw new ExpectedError('invalid_input');
	const { choice, completes } = judge(own.version, step, form);

	const firstVote = step.kind === 'poll' && !done.has(step.id);
	if (step.kind === 'poll' && !firstVote) return outcome(course, done, step);
	const stored = await storeAnswer(ctx, {
		enrollmentId: own.id,
		key: answerKey(step.id, choice, form.key),
		step: step.id,
		number: (own.answers.at(-1)?.number ?? 0) + 1,
		choice,
		completes,
		versionHash: own.version.hash,
	});
	if (!stored) return outcome(course, done, step);

	if (firstVote) await countVote(ctx, own.course, step, form.option[0] ?? '');
	const data = { enrollment: own.id, course: own.course };
	if (own.answers.length === 0) await publish(ctx, 'course.started', own.accountId, data);
	if (completes) done.add(step.id);
	if (completes && course.steps.every(({ id }) => done.has(id))) await complete(ctx, own);
	return outcome(course, done, step);
}

/** What an answer is known by: the same form with the same choice is the same answer. */
export function answerKey(step: string, choice: Choice, formKey: string): string {
	return uuidv5(JSON.stringify([step, choice]), formKey);
}

/** Back at any time, forward by taking part. */
export function mayAnswer(course: Course, done: ReadonlySet<string>, step: Step): boolean {
	return course.steps.slice(0, course.steps.indexOf(step)).every(({ id }) => done.has(id));
}

async function complete(ctx: Ctx, own: OwnEnrollment): Promise<void> {
	const { hash, compiled } = own.version;
	const [first] = await ctx.tx
		.insert(completion)
		.values({
			orgId: ctx.org.id,
			enrollmentId: own.id,
			versionHash: hash,
			minutes: compiled.minutes,
			completedAt: ctx.now,
		})
		.onConflictDoNothing()
		.returning({ id: completion.enrollmentId });
	if (!first) return;
	const data = { enrollment: own.id, course: own.course, version: hash };
	await publish(ctx, 'course.completed', own.accountId, data);
}

function outcome(course: Course, done: ReadonlySet<string>, step: Step): Answered {
	return {
		stepComplete: done.has(step.id),
		courseComplete: course.steps.every(({ id }) => done.has(id)),
	};
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

/** Reads a posted form. */
export function readAnswerForm(data: FormData, schema: v.GenericSchema<unknown, AnswerForm>): AnswerForm {
	const parsed = v.safeParse(schema, {
		key: data.get('key'),
		option: data.getAll('option'),
		path: data.get('path') ?? undefined,
	});
	if (!parsed.success) throw new ExpectedError('invalid_input');
	return parsed.output;
}
