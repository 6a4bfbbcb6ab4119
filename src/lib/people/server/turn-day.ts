import { sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { projectPeople } from './project-people.ts';
import { tellOfChange } from './record-facts.ts';
import { projectSites } from './record-site-facts.ts';

/**
 * Brings up to date those for whom a fact begins these days that was recorded before. Looks at nobody else, and says
 * nothing of those who are up to date already.
 */
export async function turnDay(ctx: Ctx): Promise<void> {
	await turnSites(ctx);
	const { rows } = await ctx.tx.execute<{ id: string; before: string }>(sql`
		select p.id, to_jsonb(p)::text as before from person p
		where p.org_id = ${ctx.org.id} and exists (
			select from person_fact f where f.org_id = p.org_id and f.person_id = p.id
				and f.starts_on between ${ctx.today}::date - 3 and ${ctx.today}::date
				and f.recorded_at < f.starts_on + interval '1 day')
		for no key update`);
	if (rows.length === 0) return;
	const ids = rows.map(({ id }) => id);
	await projectPeople(ctx, ids);
	const { rows: after } = await ctx.tx.execute<{ id: string; now: string }>(sql`
		select id, to_jsonb(p)::text as now from person p
		where org_id = ${ctx.org.id} and id = any(${sql.param(ids)}::uuid[])`);
	const before = new Map(rows.map((row) => [row.id, row.before]));
	await tellOfChange(
		ctx,
		after.filter(({ id, now }) => before.get(id) !== now).map(({ id }) => id),
	);
}

async function turnSites(ctx: Ctx): Promise<void> {
	const { rows } = await ctx.tx.execute<{ id: string }>(sql`
		select distinct site_id as id from site_fact where org_id = ${ctx.org.id}
			and starts_on between ${ctx.today}::date - 3 and ${ctx.today}::date
			and recorded_at < starts_on + interval '1 day'`);
	if (rows.length > 0)
		await projectSites(
			ctx,
			rows.map(({ id }) => id),
		);
}
