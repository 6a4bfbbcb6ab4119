import { sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';

/** Longer lines than this are somebody's mistake, or run in a circle. */
const longestLine = 30;

/** Whether anybody who works here reports to somebody. */
export async function leadsSomebody(ctx: Ctx, personId: string): Promise<boolean> {
	const { rows } = await ctx.tx.execute(sql`
		select from person where org_id = ${ctx.org.id} and manager_id = ${personId} and id <> ${personId}
			and (ended_on is null or ended_on >= ${ctx.today}::date) limit 1`);
	return rows.length > 0;
}

/** Whether somebody reports to a leader, directly or through others. Nobody reports to themselves. */
export async function reportsTo(ctx: Ctx, personId: string, leaderId: string): Promise<boolean> {
	if (personId === leaderId) return false;
	const { rows } = await ctx.tx.execute(sql`
		with recursive line(manager_id, steps) as (
			select manager_id, 1 from person where org_id = ${ctx.org.id} and id = ${personId}
			union
			select p.manager_id, l.steps + 1 from person p join line l on p.id = l.manager_id
			where p.org_id = ${ctx.org.id} and l.steps < ${longestLine} and l.manager_id <> ${leaderId})
		select from line where manager_id = ${leaderId} limit 1`);
	return rows.length > 0;
}

/**
 * The leaders below a leader, as the body of a recursive `line(id, lead, depth)`: each with the one of the leader's
 * own reports in whose line they stand, that one included. In a circle somebody may stand in it more than once.
 */
export const leadersBelow = (ctx: Ctx, leaderId: string) => {
	const leads = sql`exists (select from person r where r.org_id = p.org_id and r.manager_id = p.id)`;
	return sql`
		select p.id, p.id, 1 from person p
		where p.org_id = ${ctx.org.id} and p.manager_id = ${leaderId}::uuid and p.id <> ${leaderId}::uuid and ${leads}
		union
		select p.id, l.lead, l.depth + 1 from person p join line l on p.manager_id = l.id
		where p.org_id = ${ctx.org.id} and p.id <> ${leaderId}::uuid and l.depth < ${longestLine} and ${leads}`;
};
