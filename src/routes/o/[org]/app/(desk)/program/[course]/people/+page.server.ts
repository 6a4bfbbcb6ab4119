import { courseTitles } from '#lib/learning/server/list-courses.ts';
import { notFound } from '#lib/platform/errors/errors.ts';
import { readFilter } from '#lib/program/filter.ts';
import { courseProgress } from '#lib/program/server/course-progress.ts';
import { listProgress, peopleOnPage } from '#lib/program/server/list-progress.ts';
import { nameFilter } from '#lib/program/server/name-groups.ts';
import { progressStamp } from '#lib/program/server/progress-stamp.ts';
import { pageNumber } from '../../../../../../../../server/page-number.ts';
import type { PageServerLoad } from './$types';

/** The people of a course, one by one. */
export const load: PageServerLoad = ({ locals, params, url }) =>
	locals.act(async (ctx) => {
		const filter = readFilter(url.searchParams);
		const page = pageNumber(url);
		const stamp = await progressStamp(ctx);
		if (!(await courseProgress(ctx, params.course))) throw notFound();
		return {
			course: params.course,
			title: (await courseTitles(ctx, locals.locale)).get(params.course) ?? params.course,
			filter,
			only: await nameFilter(ctx, filter),
			list: await listProgress(ctx, params.course, filter, page),
			page,
			pageSize: peopleOnPage,
			stamp,
		};
	});
