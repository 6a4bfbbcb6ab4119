import { sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import type { PersonProgress, ProgressCounts, ProgressState, SiteProgress } from '../progress.ts';
import { accessProgram } from './access.ts';

const pageSize = 50;

/** The same rule as `progressState`, in SQL; a test holds the two together. */
const stateSql = (today: string) => sql`case
	when pr.completed_at is not null then 'done'
	when a.due_on < ${today}::date then 'overdue'
	when pr.started_at is not null then 'going'
	else 'open' end`;

const assigned = sql`assignment a
	join person p on p.org_id = a.org_id and p.id = a.person_id
	left join progress pr on pr.org_id = a.org_id and pr.course = a.course and pr.account_id = a.person_id`;

export interface CourseProgress {
	readonly total: ProgressCounts;
	readonly sites: readonly SiteProgress[];
	readonly dueOn: string | null;
}

/**
 * Who is done and where, for one course, by site. Completion is a register: these are counts of people on a list
 * that the reader may see, not of what anybody answered.
 */
export async function courseProgress(ctx: Ctx, course: string, today: string): Promise<CourseProgress> {
	accessProgram(ctx, 'see');
	const { rows } = await ctx.tx.execute<{
		site: string | null;
		state: ProgressState;
		count: number;
		due: string;
	}>(sql`
		select p.site, ${stateSql(today)} as state, count(*)::int as count, max(a.due_on)::text as due
		from ${assigned} where a.org_id = ${ctx.org.id} and a.course = ${course} group by 1, 2 order by 1`);
	const sites = new Map<string | null, ReturnType<typeof emptyCounts>>();
	const total = emptyCounts();
	for (const { site, state, count } of rows) {
		const counts = sites.get(site) ?? emptyCounts();
		sites.set(site, counts);
		for (const sum of [counts, total]) {
			sum.people += count;
			sum[state] += count;
		}
	}
	const dueOn =
		rows
			.map(({ due }) => due)
			.sort()
			.at(-1) ?? null;
	return { total, sites: [...sites].map(([site, counts]) => ({ site, ...counts })), dueOn };
}

const emptyCounts = () => ({ people: 0, done: 0, going: 0, open: 0, overdue: 0 });

/** One page of the people of a course, by name, optionally of one site or state. */
export async function listProgress(
	ctx: Ctx,
	course: string,
	today: string,
	filter: { site?: string; state?: ProgressState; page?: number },
): Promise<{ people: PersonProgress[]; total: number; pageSize: number }> {
	accessProgram(ctx, 'see');
	const site =
		filter.site === undefined ? sql`true` : sql`p.site is not distinct from ${filter.site || null}`;
	const state = filter.state === undefined ? sql`true` : sql`${stateSql(today)} = ${filter.state}`;
	const { rows } = await ctx.tx.execute<{
		id: string;
		given_name: string;
		family_name: string;
		number: string;
		site: string | null;
		department: string | null;
		state: ProgressState;
		due_on: string | null;
		completed_at: string | null;
		total: number;
	}>(sql`
		select p.id, p.given_name, p.family_name, p.number, p.site, p.department, ${stateSql(today)} as state,
			a.due_on::text, pr.completed_at, count(*) over ()::int as total
		from ${assigned} where a.org_id = ${ctx.org.id} and a.course = ${course} and ${site} and ${state}
		order by p.family_name, p.given_name, p.id limit ${pageSize} offset ${((filter.page ?? 1) - 1) * pageSize}`);
	return {
		total: rows[0]?.total ?? 0,
		pageSize,
		people: rows.map((row) => ({
			id: row.id,
			name: `${row.given_name} ${row.family_name}`.trim(),
			number: row.number,
			site: row.site,
			department: row.department,
			state: row.state,
			dueOn: row.due_on,
			completedAt: row.completed_at === null ? null : new Date(row.completed_at),
		})),
	};
}

/** The courses that were asked of somebody, newest first. */
export async function assignedCourses(ctx: Ctx): Promise<string[]> {
	accessProgram(ctx, 'see');
	const { rows } = await ctx.tx.execute<{ course: string }>(
		sql`select course from assignment where org_id = ${ctx.org.id} group by course order by max(assigned_at) desc`,
	);
	return rows.map(({ course }) => course);
}
