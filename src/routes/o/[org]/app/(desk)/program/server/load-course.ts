import { courseTitles } from '#lib/learning/server/list-courses.ts';
import type { Ctx, Locale } from '#lib/platform/context.ts';
import { notFound } from '#lib/platform/errors/errors.ts';
import { readFilter, readGrouping } from '#lib/program/filter.ts';
import { courseProgress, groupProgress, groupsOnPage } from '#lib/program/server/course-progress.ts';
import { nameFilter } from '#lib/program/server/name-groups.ts';
import { progressStamp } from '#lib/program/server/progress-stamp.ts';
import { pageNumber } from '../../../../../../../server/page-number.ts';

/** Everything that the page of one course shows. @throws ExpectedError `not_found` when nobody was asked */
export async function loadCourse(ctx: Ctx, course: string, url: URL, locale: Locale) {
	const { state: _state, search: _search, sort: _sort, ...filter } = readFilter(url.searchParams);
	const by = readGrouping(url.searchParams);
	const page = pageNumber(url);
	const stamp = await progressStamp(ctx);
	const total = await courseProgress(ctx, course, filter);
	if (!total && !(await courseProgress(ctx, course))) throw notFound();
	const { groups, total: groupCount } = await groupProgress(ctx, course, by, filter, page);
	return {
		course,
		title: (await courseTitles(ctx, locale)).get(course) ?? course,
		total,
		by,
		groups,
		groupCount,
		pageSize: groupsOnPage,
		page,
		filter,
		only: await nameFilter(ctx, filter),
		stamp,
	};
}
