import * as v from 'valibot';
import type { Course, Step } from './course.ts';

/** What a person's answer to a step holds. */
export type Choice =
	| { readonly kind: 'read' }
	| { readonly kind: 'question'; readonly options: readonly string[] }
	/** The choices made since the start of the scene. A shorter path than before is a rewind. */
	| { readonly kind: 'scene'; readonly path: readonly string[] }
	/** That they took part; what they chose is counted apart and never stored with them. */
	| { readonly kind: 'poll' };

export interface StoredAnswer {
	readonly step: string;
	readonly choice: Choice;
	readonly completes: boolean;
}

const optionId = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/), v.maxLength(60));

/** The form of a step, whatever its kind. Unknown fields are dropped. */
export const answerForm = v.object({
	key: v.pipe(v.string(), v.uuid()),
	option: v.optional(v.array(optionId), []),
	path: v.optional(
		v.pipe(
			v.string(),
			v.maxLength(2000),
			v.transform((path) => path.split('/').filter((id) => id !== '')),
			v.array(optionId),
			v.maxLength(40),
		),
		'',
	),
});
export type AnswerForm = v.InferOutput<typeof answerForm>;

/** Ids of the steps that are complete. */
export function completedSteps(answers: readonly StoredAnswer[]): Set<string> {
	return new Set(answers.filter(({ completes }) => completes).map(({ step }) => step));
}

/** The first step that is not complete yet, or undefined at the end. */
export function openStep(course: Course, done: ReadonlySet<string>): Step | undefined {
	return course.steps.find(({ id }) => !done.has(id));
}

/** Minutes of the steps that are complete, as the course promises them. */
export function minutesDone(course: Course, done: ReadonlySet<string>): number {
	const all = course.steps.reduce((sum, { minutes }) => sum + minutes, 0);
	const sum = course.steps
		.filter(({ id }) => done.has(id))
		.reduce((minutes, step) => minutes + step.minutes, 0);
	return all === 0 ? 0 : Math.round((course.minutes * sum) / all);
}
