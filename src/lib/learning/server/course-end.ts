import type { Ctx, Locale } from '../../platform/context.ts';
import { completedSteps, openStep } from '../answer.ts';
import { textIn } from '../course.ts';
import { accessEnrollment } from './access.ts';

/** What the last page of a course says, or the step that is still open. */
export async function courseEnd(
	ctx: Ctx,
	enrollmentId: string,
	locale: Locale,
): Promise<{ title: string; scenes: { id: string; title: string }[] } | { goTo: string }> {
	const own = await accessEnrollment(ctx, enrollmentId, 'see');
	const course = own.version.compiled;
	const open = openStep(course, completedSteps(own.answers));
	if (open) return { goTo: open.id };
	const text = textIn(course, locale);
	const scenes = course.steps
		.filter(({ kind }) => kind === 'scene')
		.map(({ id }) => ({ id, title: text.steps[id]?.title ?? '' }));
	return { title: text.title, scenes };
}
