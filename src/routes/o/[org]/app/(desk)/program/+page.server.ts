import { courseTitles } from '#lib/learning/server/list-courses.ts';
import { assignedCourses, courseProgress, listProgress } from '#lib/program/server/list-progress.ts';
import { progressStates, type ProgressState } from '#lib/program/progress.ts';
import { pageNumber } from '../../../../../../server/page-number.ts';
import type { PageServerLoad } from './$types';

/** Who is done, where, and who is not. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const today = locals.upstander.now().toISOString().slice(0, 10);
	const page = pageNumber(url);
	const asked = countAsked(url);
	const site = url.searchParams.get('site') ?? '';
	const wanted = url.searchParams.get('state') ?? '';
	const state = progressStates.find((known): known is ProgressState => known === wanted);
	return locals.act(async (ctx) => {
		const [course] = await assignedCourses(ctx);
		if (!course) return { progress: null, asked };
		const titles = await courseTitles(ctx, locals.locale);
		const filter = { site: site || undefined, state, page };
		return {
			asked,
			title: titles.get(course) ?? course,
			progress: await courseProgress(ctx, course, today),
			list: await listProgress(ctx, course, today, filter),
			filter: { site, state: state ?? '', page },
		};
	});
};

/** How many people a course was just asked of, for the sentence that says so; null on every other visit. */
function countAsked(url: URL): number | null {
	const asked = url.searchParams.get('asked');
	return asked !== null && /^\d{1,7}$/.test(asked) ? Number(asked) : null;
}
