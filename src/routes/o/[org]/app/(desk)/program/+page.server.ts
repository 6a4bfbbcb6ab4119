import { courseTitles } from '#lib/learning/server/list-courses.ts';
import { allProgress } from '#lib/program/server/course-progress.ts';
import { progressStamp } from '#lib/program/server/progress-stamp.ts';
import { loadCourse } from './server/load-course.ts';
import type { PageServerLoad } from './$types';

/** Who is done, where, and who is not: with one course its page, with several all of them. */
export const load: PageServerLoad = ({ locals, url }) => {
	const asked = countAsked(url);
	return locals.act(async (ctx) => {
		const courses = await allProgress(ctx);
		const [only, another] = courses;
		if (!only) return { asked, stamp: await progressStamp(ctx) };
		if (!another) {
			const course = await loadCourse(ctx, only.course, url, locals.locale);
			return { asked, course, stamp: course.stamp };
		}
		const titles = await courseTitles(ctx, locals.locale);
		return {
			asked,
			stamp: await progressStamp(ctx),
			courses: courses.map((course) => ({ ...course, title: titles.get(course.course) ?? course.course })),
		};
	});
};

/** How many people a course was just asked of, for the sentence that says so; null on every other visit. */
function countAsked(url: URL): number | null {
	const asked = url.searchParams.get('asked');
	return asked !== null && /^\d{1,7}$/.test(asked) ? Number(asked) : null;
}
