import type { Ctx, Locale } from '../../platform/context.ts';
import { notFound } from '../../platform/errors/errors.ts';
import { compareTexts } from '../compare-texts.ts';
import { textIn, type StepKind } from '../course.ts';
import type { StepFile } from '../overlay.ts';
import { accessCourses } from './access.ts';
import { adoptedVersion } from './course-version.ts';
import { readOverlays, shippedCourse } from './overlay-course.ts';
import { shippedCourseIds } from './store-shipped-courses.ts';

export interface CourseView {
	readonly id: string;
	readonly title: string;
	readonly summary: string;
	readonly minutes: number;
	readonly hash: string;
	/** Files that the organization has its own words for. */
	readonly ownTexts: number;
	/** A newer version ships than the adopted one was made from. */
	readonly newer: boolean;
	readonly steps: readonly {
		readonly id: string;
		readonly title: string;
		readonly kind: StepKind;
		readonly own: boolean;
		/** The shipped words changed since the organization wrote its own. */
		readonly changedUnder: boolean;
	}[];
}

/** Every course with its steps, as a program admin sees it. */
export async function viewCourses(ctx: Ctx, locale: Locale): Promise<CourseView[]> {
	accessCourses(ctx, 'see');
	const ids = await shippedCourseIds(ctx.tx);
	const views: CourseView[] = [];
	for (const id of ids) views.push(await viewCourse(ctx, id, locale));
	return views;
}

async function viewCourse(ctx: Ctx, id: string, locale: Locale): Promise<CourseView> {
	const { hash, shippedHash, compiled } = await adoptedVersion(ctx, id);
	const shipped = await shippedCourse(ctx, id);
	const own = await readOverlays(ctx, id);
	const text = textIn(compiled, locale);
	const filesOf = (step: string) => Object.keys(own).filter((file) => file.endsWith(`steps/${step}.md`));
	return {
		id,
		title: text.title,
		summary: text.summary,
		minutes: compiled.minutes,
		hash,
		ownTexts: Object.keys(own).length,
		newer: shipped.hash !== shippedHash,
		steps: compiled.steps.map((step) => ({
			id: step.id,
			title: text.steps[step.id]?.title ?? '',
			kind: step.kind,
			own: filesOf(step.id).length > 0,
			changedUnder: filesOf(step.id).some((file) => own[file]?.over !== shipped.source[file]),
		})),
	};
}

/** One step's title and files with their differences, for the editor. */
export async function viewStepFiles(
	ctx: Ctx,
	course: string,
	step: string,
	locale: Locale,
): Promise<{ title: string; files: StepFile[] }> {
	accessCourses(ctx, 'overlay');
	const { source, compiled } = await shippedCourse(ctx, course);
	if (!compiled.steps.some(({ id }) => id === step)) throw notFound();
	const own = await readOverlays(ctx, course);
	const adopted = await adoptedVersion(ctx, course);
	const title = textIn(adopted.compiled, locale).steps[step]?.title ?? step;
	const files = compiled.languages.map((language, index): StepFile => {
		const file = `${index === 0 ? '' : `${language}/`}steps/${step}.md`;
		const text = own[file];
		const ships = source[file] ?? '';
		return {
			locale: language,
			file,
			content: text?.content ?? ships,
			own: text !== undefined,
			difference: text ? compareTexts(ships, text.content) : [],
			shippedChange: text ? compareTexts(text.over, ships) : [],
		};
	});
	return { title, files };
}
