import { and, asc, count, desc, eq, isNull, max, sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { peopleList } from '../../people/server/people-list.ts';
import type { PersonProgress, ProgressCounts, ProgressState, SiteProgress } from '../progress.ts';
import { accessProgram } from './access.ts';
import { assignment, progress } from './schema.ts';

const pageSize = 50;

/** The same rule as `progressState`, in SQL; a test holds the two together. */
const stateOn = (today: string) => sql<ProgressState>`case
	when ${progress.completedAt} is not null then 'done'
	when ${assignment.dueOn} < ${today}::date then 'overdue'
	when ${progress.startedAt} is not null then 'going'
	else 'open' end`;

const ofAssignment = and(
	eq(progress.orgId, assignment.orgId),
	eq(progress.course, assignment.course),
	eq(progress.accountId, assignment.personId),
);

export interface CourseProgress {
	readonly total: ProgressCounts;
	readonly sites: readonly SiteProgress[];
	/** The latest due date, `YYYY-MM-DD`. */
	readonly dueOn: string | null;
}

/**
 * Who is done and where, for one course, by site. Completion is a register: these are counts of people on a list
 * that the reader may see, not of what anybody answered.
 * @param today `YYYY-MM-DD`
 */
export async function courseProgress(ctx: Ctx, course: string, today: string): Promise<CourseProgress> {
	accessProgram(ctx, 'see');
	const people = peopleList(ctx);
	const rows = await ctx.tx
		.select({ site: people.site, state: stateOn(today), people: count(), dueOn: max(assignment.dueOn) })
		.from(assignment)
		.innerJoin(people, eq(people.id, assignment.personId))
		.leftJoin(progress, ofAssignment)
		.where(and(eq(assignment.orgId, ctx.org.id), eq(assignment.course, course)))
		.groupBy(sql`1, 2`)
		.orderBy(sql`1`);
	const sites = new Map<string | null, ReturnType<typeof emptyCounts>>();
	const total = emptyCounts();
	for (const row of rows) {
		const counts = sites.get(row.site) ?? emptyCounts();
		sites.set(row.site, counts);
		for (const sum of [counts, total]) {
			sum.people += row.people;
			sum[row.state] += row.people;
		}
	}
	const dueOn =
		rows
			.flatMap((row) => row.dueOn ?? [])
			.sort()
			.at(-1) ?? null;
	return { total, sites: [...sites].map(([site, counts]) => ({ site, ...counts })), dueOn };
}

const emptyCounts = () => ({ people: 0, done: 0, going: 0, open: 0, overdue: 0 });

/** One page of the people of a course, by name, optionally of one site (`''` for none) or state. */
export async function listProgress(
	ctx: Ctx,
	course: string,
	today: string,
	filter: { site?: string; state?: ProgressState; page?: number },
): Promise<{ people: PersonProgress[]; total: number; pageSize: number }> {
	accessProgram(ctx, 'see');
	const people = peopleList(ctx);
	const { site, state, page = 1 } = filter;
	const ofSite = site === '' ? isNull(people.site) : eq(people.site, site ?? '');
	const rows = await ctx.tx
		.select({
			id: people.id,
			number: people.number,
			givenName: people.givenName,
			familyName: people.familyName,
			site: people.site,
			department: people.department,
			state: stateOn(today),
			dueOn: assignment.dueOn,
			completedAt: progress.completedAt,
			total: sql<number>`count(*) over ()::int`,
		})
		.from(assignment)
		.innerJoin(people, eq(people.id, assignment.personId))
		.leftJoin(progress, ofAssignment)
		.where(
			and(
				eq(assignment.orgId, ctx.org.id),
				eq(assignment.course, course),
				site === undefined ? undefined : ofSite,
				state && eq(stateOn(today), state),
			),
		)
		.orderBy(asc(people.familyName), asc(people.givenName), asc(people.id))
		.limit(pageSize)
		.offset((page - 1) * pageSize);
	return {
		total: rows[0]?.total ?? 0,
		pageSize,
		people: rows.map(({ givenName, familyName, total: _total, ...row }) => ({
			...row,
			name: `${givenName} ${familyName}`.trim(),
		})),
	};
}

/** The courses that were asked of somebody, newest first. */
export async function assignedCourses(ctx: Ctx): Promise<string[]> {
	accessProgram(ctx, 'see');
	const rows = await ctx.tx
		.select({ course: assignment.course })
		.from(assignment)
		.where(eq(assignment.orgId, ctx.org.id))
		.groupBy(assignment.course)
		.orderBy(desc(max(assignment.assignedAt)));
	return rows.map(({ course }) => course);
}
