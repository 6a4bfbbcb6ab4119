import { courseTitles } from '#lib/learning/server/list-courses.ts';
import type { Ctx, Locale } from '#lib/platform/context.ts';
import {
	accessTeam,
	leaderName,
	membersOnPage,
	subTeams,
	teamCourses,
	teamMembers,
} from '#lib/program/server/team-progress.ts';
import { pageNumber } from '../../../../../../../server/page-number.ts';

/**
 * The page of a team: one course of those that are asked of it, the least done one unless the address names another.
 * @param leaderId whose team; without it, one's own
 */
export async function loadTeam(ctx: Ctx, url: URL, locale: Locale, leaderId?: string) {
	await accessTeam(ctx, leaderId);
	const titles = await courseTitles(ctx, locale);
	const courses = (await teamCourses(ctx, leaderId)).map((one) => ({
		...one,
		title: titles.get(one.course) ?? one.course,
	}));
	const wanted = url.searchParams.get('course');
	const course = courses.find((one) => one.course === wanted) ?? courses[0];
	const leader = leaderId === undefined ? null : await leaderName(ctx, leaderId);
	if (!course) return { leader, courses, course: null };
	const page = pageNumber(url);
	return {
		leader,
		courses,
		course,
		page,
		pageSize: membersOnPage,
		...(await teamMembers(ctx, course.course, leaderId, page)),
		below: await subTeams(ctx, course.course, leaderId),
	};
}
