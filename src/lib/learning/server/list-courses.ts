import type { Ctx, Locale } from '../../platform/context.ts';
import { textIn } from '../course.ts';
import { adoptedVersion } from './course-version.ts';
import { shippedCourseIds } from './store-shipped-courses.ts';

/** Titles of the courses that can be asked of people, by id. */
export async function courseTitles(ctx: Ctx, locale: Locale): Promise<ReadonlyMap<string, string>> {
	const titles = new Map<string, string>();
	for (const id of await shippedCourseIds(ctx.tx)) {
		const { compiled } = await adoptedVersion(ctx, id);
		titles.set(id, textIn(compiled, locale).title);
	}
	return titles;
}
