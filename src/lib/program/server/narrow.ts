import { sql, type SQL } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { regionOf } from '../../people/server/belonging.ts';
import { groupings, none, type Grouping, type ProgressFilter } from '../filter.ts';

/** The column of `progress g` that a choice looks at. */
const columns: Record<Grouping, SQL> = {
	site: sql`g.site_id`,
	department: sql`g.department_id`,
	manager: sql`g.manager_id`,
	language: sql`g.language`,
	place: sql`g.place`,
	launch: sql`g.launch_id`,
};

/** What rows of `progress g` are told apart by, as text; null for none. */
export const keyOf = (by: Grouping) => sql`${columns[by]}::text`;

/** Which rows of `progress g` a filter means, without its state and its search: those that are counted in a course. */
export function narrow(ctx: Ctx, course: string, filter: ProgressFilter): SQL {
	const conditions = [sql`g.org_id = ${ctx.org.id} and g.course = ${course} and g.standing is not null`];
	for (const by of groupings) {
		const wanted = filter[by];
		if (wanted === undefined) continue;
		if (by === 'place') {
			const region = regionOf(ctx.org.id, columns.place);
			conditions.push(sql`coalesce(${region}, '') = ${wanted === none ? '' : wanted}`);
		} else if (wanted === none) conditions.push(sql`${columns[by]} is null`);
		else conditions.push(sql`${columns[by]} = ${by === 'language' ? wanted : sql`${wanted}::uuid`}`);
	}
	return sql.join(conditions, sql` and `);
}

/** `progressState` in SQL, for columns of a table of the given name; a test holds the two together. */
export const stateOn = (today: string, of: string) => {
	const column = (name: string) => sql`${sql.identifier(of)}.${sql.identifier(name)}`;
	return sql`case
		when ${column('stage')} = 'done' then 'done'
		when ${column('standing')} = 'leave' then 'leave'
		when ${column('due_on')} < ${today}::date then 'overdue'
		when ${column('stage')} = 'going' then 'going'
		else 'open' end`;
};

/** An instant as a day at the organization. */
export const dayOf = (ctx: Ctx, at: SQL) => sql`(${at} at time zone ${ctx.org.timeZone})::date::text`;
