import { sql, type SQL } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { regionOf } from '../../people/server/belonging.ts';
import { groupings, none, type Grouping, type ProgressFilter } from '../filter.ts';
import { progressStates, type GroupProgress, type ProgressCounts } from '../progress.ts';
import { accessProgram } from './access.ts';
import { nameGroups } from './name-groups.ts';
import { keyOf, narrow, stateOn } from './narrow.ts';

export const groupsOnPage = 50;

/** As a database answers it: an interface would not do. */
type Counts = { [Each in keyof ProgressCounts]: number };
type Counted = Counts & { dueOn: string | null };

/** Every count of a page, from rows called `t`: each stands for so many `people` in one `state`. */
const counts = (() => {
	const here = (state: SQL) =>
		sql`coalesce(sum(t.people) filter (where t.standing <> 'left' and ${state}), 0)::int`;
	const left = (stage: SQL) =>
		sql`coalesce(sum(t.people) filter (where t.standing = 'left' and ${stage}), 0)::int`;
	const states = progressStates.map(
		(state) => sql`${here(sql`t.state = ${state}`)} as ${sql.identifier(state)}`,
	);
	return sql`${here(sql`true`)} as people, ${sql.join(states, sql`, `)}, ${left(sql`true`)} as "left",
		${left(sql`t.stage = 'done'`)} as "leftDone"`;
})();

/** The latest day until which something is still owed. */
const lastDue = sql`(max(t.due_on) filter (where t.due_on < 'infinity'))::text as "dueOn"`;

/**
 * What to count, as rows called `t`: from the tally where it has the answer, else from the people one by one. A test
 * holds the two together.
 */
function counted(ctx: Ctx, course: string, by: Grouping | 'all', filter: ProgressFilter): SQL {
	const state = sql`${stateOn(ctx.today, 'f')} as state`;
	if (!groupings.some((one) => filter[one] !== undefined)) {
		return sql`(select f.*, ${state} from progress_tally f
			where f.org_id = ${ctx.org.id} and f.course = ${course} and f.dimension = ${by} and f.people <> 0) t`;
	}
	const key = by === 'all' ? sql`''` : sql`coalesce(${keyOf(by)}, '')`;
	return sql`(select f.*, ${state} from (
			select ${key} as key, g.stage, g.standing, 1 as people,
				case when g.standing = 'here' and g.stage <> 'done' then coalesce(g.due_on, 'infinity') else 'infinity' end as due_on
			from progress g where ${narrow(ctx, course, filter)}) f) t`;
}

export interface AskedCourse extends ProgressCounts {
	readonly course: string;
	/** The latest day until which something is still owed, `YYYY-MM-DD`. */
	readonly dueOn: string | null;
}

/** Every course that was asked of somebody, most overdue first. */
export async function allProgress(ctx: Ctx): Promise<AskedCourse[]> {
	accessProgram(ctx, 'see');
	const { rows } = await ctx.tx.execute<Counted & { course: string }>(sql`
		select * from (
			select t.course, ${lastDue}, ${counts}
			from (select f.*, ${stateOn(ctx.today, 'f')} as state from progress_tally f
				where f.org_id = ${ctx.org.id} and f.dimension = 'all' and f.people <> 0) t
			group by t.course) asked
		order by overdue desc, people desc, course`);
	return rows;
}

/**
 * Who is done with a course. Completion is a register: these are counts of people on a list that the reader may see,
 * not of what anybody answered.
 * @returns null when nobody was asked
 */
export async function courseProgress(
	ctx: Ctx,
	course: string,
	filter: ProgressFilter = {},
): Promise<AskedCourse | null> {
	accessProgram(ctx, 'see');
	const { rows } = await ctx.tx.execute<Counted>(sql`
		select ${lastDue}, ${counts} from ${counted(ctx, course, 'all', filter)}`);
	const found = rows[0];
	return found && found.people + found.left > 0 ? { course, ...found } : null;
}

/**
 * The same by site, department, manager, language or place, fifty at a time, most overdue first.
 * @param page from 1
 */
export async function groupProgress(
	ctx: Ctx,
	course: string,
	by: Grouping,
	filter: ProgressFilter = {},
	page = 1,
): Promise<{ groups: GroupProgress[]; total: number }> {
	accessProgram(ctx, 'see');
	const key = by === 'place' ? regionOf(ctx.org.id, sql`t.key`) : sql`t.key`;
	const { rows } = await ctx.tx.execute<Counts & { key: string; total: number }>(sql`
		select *, count(*) over ()::int as total
		from (select coalesce(${key}, '') as key, ${counts} from ${counted(ctx, course, by, filter)} group by 1) groups
		where people > 0
		order by overdue desc, people - done desc, people desc, key
		limit ${groupsOnPage} offset ${(page - 1) * groupsOnPage}`);
	const named = await nameGroups(
		ctx,
		by,
		rows.map((row) => row.key),
	);
	return {
		total: rows[0]?.total ?? 0,
		groups: rows.map(({ key, total: _total, ...row }) => ({
			...row,
			key: key || none,
			name: named.get(key) ?? (key || null),
		})),
	};
}
