import type { Ctx, Locale } from '../../platform/context.ts';
import { notFound } from '../../platform/errors/errors.ts';
import { completedSteps, minutesDone, openStep, type StoredAnswer } from '../answer.ts';
import { textIn, type Course, type CourseText, type Step } from '../course.ts';
import type { PlayerView, SectionView, StepBody } from '../player.ts';
import { accessEnrollment, type OwnEnrollment } from './access.ts';
import { mayAnswer } from './weigh-answer.ts';
import { pollDistribution } from './count-vote.ts';
import { presentScene } from './present-scene.ts';

/** The step that an enrollment goes on with: the first open one, or the last when all are done. */
export async function currentStep(ctx: Ctx, enrollmentId: string): Promise<string> {
	const own = await accessEnrollment(ctx, enrollmentId, 'see');
	const course = own.version.compiled;
	const step = openStep(course, completedSteps(own.answers)) ?? course.steps.at(-1);
	return step?.id ?? '';
}

/**
 * One step as its learner sees it.
 * @returns the view, or the id of the step that has to come first
 * @throws ExpectedError `not_found` for a step or enrollment that is not theirs
 */
export async function viewStep(
	ctx: Ctx,
	enrollmentId: string,
	stepId: string,
	locale: Locale,
): Promise<PlayerView | { goTo: string }> {
	const own = await accessEnrollment(ctx, enrollmentId, 'see');
	const course = own.version.compiled;
	const step = course.steps.find(({ id }) => id === stepId);
	if (!step) throw notFound();
	const done = completedSteps(own.answers);
	if (!mayAnswer(course, done, step)) return { goTo: openStep(course, done)?.id ?? '' };

	const text = textIn(course, locale);
	const words = text.steps[step.id];
	if (!words) throw notFound();
	const number = course.steps.indexOf(step) + 1;
	const section = course.sections.find(({ steps }) => steps.includes(step.id));
	const mine = own.answers.filter((answer) => answer.step === step.id);
	return {
		enrollment: own.id,
		courseTitle: text.title,
		minutesDone: minutesDone(course, done),
		minutes: course.minutes,
		sections: presentSections(course, text, done, step.id),
		step: {
			id: step.id,
			kind: step.kind,
			title: words.title,
			html: words.html,
			section: text.sections[section?.id ?? ''] ?? '',
			number,
			of: course.steps.length,
			complete: done.has(step.id),
			body: await presentBody(ctx, own, text, step, mine, locale),
		},
		previous: course.steps[number - 2]?.id ?? null,
		next: course.steps[number]?.id ?? null,
		courseComplete: course.steps.every(({ id }) => done.has(id)),
	};
}

/** The course's chapters with where one is. */
function presentSections(
	course: Course,
	text: CourseText,
	done: ReadonlySet<string>,
	current: string,
): SectionView[] {
	const open = openStep(course, done)?.id;
	return course.sections.map((section) => ({
		title: text.sections[section.id] ?? '',
		steps: section.steps.map((id) => ({
			id,
			title: text.steps[id]?.title ?? '',
			state: id === current ? 'current' : done.has(id) ? 'done' : id === open ? 'open' : 'locked',
		})),
	}));
}

async function presentBody(
	ctx: Ctx,
	own: OwnEnrollment,
	text: CourseText,
	step: Step,
	mine: readonly StoredAnswer[],
	locale: Locale,
): Promise<StepBody> {
	const words = text.steps[step.id];
	const last = mine.at(-1)?.choice;
	switch (step.kind) {
		case 'read':
			return { kind: 'read', continue: words?.continue ?? '' };
		case 'question': {
			const chosen = last?.kind === 'question' ? last.options : null;
			return {
				kind: 'question',
				choose: step.choose,
				options: step.options.map((id) => ({
					id,
					label: words?.options[id]?.label ?? '',
					chosen: chosen?.includes(id) ?? false,
					feedback: chosen ? (words?.options[id]?.feedback ?? '') : '',
				})),
			};
		}
		case 'poll':
			return {
				kind: 'poll',
				options: step.options.map((id) => ({ id, label: words?.options[id]?.label ?? '' })),
				result: last ? await pollDistribution(ctx, own.course, step) : null,
			};
		case 'scene':
			return {
				kind: 'scene',
				about: words?.about ?? '',
				...presentScene(own.version, step.id, locale, mine),
			};
	}
}
