import { randomUUID } from 'node:crypto';
import type { AnswerForm } from '../../src/lib/learning/answer.ts';
import { textIn, type Course, type Step } from '../../src/lib/learning/course.ts';
import { answerStep } from '../../src/lib/learning/server/answer-step.ts';
import { enroll, enrollmentsOf } from '../../src/lib/learning/server/enroll.ts';
import { adoptedVersion } from '../../src/lib/learning/server/course-version.ts';
import { playScene } from '../../src/lib/learning/server/play-scene.ts';
import type { Platform } from '../../src/lib/platform/platform.ts';
import { as, system, type TestPerson } from './actors.ts';
import type { TestOrg } from './orgs.ts';

/** The course that ships. */
export const shipped = 'stepping-in';

/** Somebody taking a course. */
export interface Learner {
	readonly person: TestPerson;
	readonly enrollment: string;
	readonly course: Course;
}

/** Enrolls somebody, or finds their enrollment. */
export async function enrolled(platform: Platform, person: TestPerson, course = shipped): Promise<Learner> {
	return platform.act(person.org, system, async (ctx) => {
		await enroll(ctx, course, [person.id]);
		const enrollment = (await enrollmentsOf(ctx, course, [person.id])).get(person.id) ?? '';
		return { person, enrollment, course: (await adoptedVersion(ctx, course)).compiled };
	});
}

/** Adds somebody new and enrolls them. */
export async function newLearner(
	platform: Platform,
	org: TestOrg,
	name: string,
	course = shipped,
): Promise<Learner> {
	return enrolled(platform, await org.add({ name }), course);
}

/** A form as a page sends it, with a key of its own. */
export const formOf = (wish: Partial<AnswerForm> = {}): AnswerForm => ({
	key: randomUUID(),
	option: [],
	path: [],
	...wish,
});

/** Answers one step. */
export function answers(platform: Platform, learner: Learner, step: string, form: AnswerForm = formOf()) {
	const { person, enrollment } = learner;
	return platform.act(person.org, as(person), (ctx) => answerStep(ctx, enrollment, step, form));
}

/** The forms that lead through a step, always by the option that stands at this place. */
export function formsThrough(course: Course, step: Step, place = 0): AnswerForm[] {
	if (step.kind === 'read') return [formOf()];
	if (step.kind !== 'scene') return [formOf({ option: [step.options[place % step.options.length] ?? ''] })];
	const story = textIn(course, course.languages[0] ?? 'en').steps[step.id]?.story ?? '';
	const forms: AnswerForm[] = [];
	const path: string[] = [];
	for (;;) {
		const { choices } = playScene(story, Object.keys(course.cast), path);
		const next = choices[place % Math.max(1, choices.length)];
		if (!next) return forms;
		forms.push(formOf({ option: [next.id], path: [...path] }));
		path.push(next.id);
	}
}

/** Takes the course up to a step, which stays open; without one, to its end. */
export async function takeUntil(
	platform: Platform,
	learner: Learner,
	until?: string,
	place = 0,
): Promise<void> {
	for (const step of learner.course.steps) {
		if (step.id === until) return;
		for (const form of formsThrough(learner.course, step, place)) {
			await answers(platform, learner, step.id, form);
		}
	}
}
