import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../platform/context.ts';
import type { AnswerForm } from '../../learning/answer.ts';
import { textIn, type Course, type Step } from '../../learning/course.ts';
import { answerStep } from '../../learning/server/answer-step.ts';
import { adoptedVersion } from '../../learning/server/course-version.ts';
import { enrollmentsOf } from '../../learning/server/enroll.ts';
import { playScene } from '../../learning/server/play-scene.ts';
import { idsByNumber } from '../../people/server/find-person.ts';
import { seeded } from './invent-people.ts';

/**
 * Lets invented people take a course the way people do: some have not begun, some are in the middle, many are done.
 * Every answer goes through the verb that a real answer goes through.
 * @param untouched numbers of people who leave it to whoever plays them
 */
export async function takeCourse(ctx: Ctx, course: string, untouched: readonly string[]): Promise<void> {
	const random = seeded(11);
	const { compiled } = await adoptedVersion(ctx, course);
	const people = [...(await idsByNumber(ctx))]
		.filter(([number]) => !untouched.includes(number))
		.map(([, id]) => id);
	const enrollments = await enrollmentsOf(ctx, course, people);
	for (const id of people) {
		const enrollment = enrollments.get(id);
		const fate = random();
		const steps =
			fate < 0.35
				? 0
				: fate < 0.5
					? 1 + Math.floor(random() * (compiled.steps.length - 1))
					: compiled.steps.length;
		if (!enrollment) continue;
		const learner = {
			...ctx,
			actor: { kind: 'person', accountId: id, sessionId: id, roles: new Set<never>() },
		} as const;
		for (const step of compiled.steps.slice(0, steps)) {
			for (const form of inventAnswers(compiled, step, random))
				await answerStep(learner, enrollment, step.id, form);
		}
	}
}

function inventAnswers(course: Course, step: Step, random: () => number): AnswerForm[] {
	const some = (ids: readonly string[]) => ids[Math.floor(random() * ids.length)] ?? '';
	const key = () => uuidv7();
	if (step.kind === 'read') return [{ key: key(), option: [], path: [] }];
	if (step.kind !== 'scene') return [{ key: key(), option: [some(step.options)], path: [] }];
	const story = textIn(course, course.languages[0] ?? 'en').steps[step.id]?.story ?? '';
	const forms: AnswerForm[] = [];
	const path: string[] = [];
	for (;;) {
		const { choices } = playScene(story, Object.keys(course.cast), path);
		if (choices.length === 0) return forms;
		const option = some(choices.map(({ id }) => id));
		forms.push({ key: key(), option: [option], path: [...path] });
		path.push(option);
	}
}
