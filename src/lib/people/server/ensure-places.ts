import { sql, type SQL } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../platform/context.ts';

/** The ids of these sites by name; those that are new are made. */
export const ensureSites = (ctx: Ctx, names: readonly string[]) => ensure(ctx, site, names);

/** The ids of these departments by name; those that are new are made. */
export const ensureDepartments = (ctx: Ctx, names: readonly string[]) => ensure(ctx, department, names);

interface Kind {
	readonly table: SQL;
	/** Former names, as rows of `id`, `name` and `recorded_at`. */
	readonly former: (org: string) => SQL;
}
const site: Kind = {
	table: sql`site`,
	former: (org) =>
		sql`select site_id as id, value #>> '{}' as name, recorded_at from site_fact where org_id = ${org} and kind = 'name'`,
};
const department: Kind = {
	table: sql`department`,
	former: (org) =>
		sql`select department_id as id, name, recorded_at from department_name where org_id = ${org}`,
};

/** A file may go on using the name that something had before, or the one that was merged away: both lead to what it is now. */
async function ensure(
	ctx: Ctx,
	{ table, former }: Kind,
	names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
	const wished = [...new Set(names)].map((name) => ({ id: uuidv7(), name }));
	if (wished.length === 0) return new Map();
	const list = sql`jsonb_to_recordset(${JSON.stringify(wished)}::jsonb) as w(id uuid, name text)`;
	await ctx.tx.execute(sql`
		insert into ${table} (org_id, id, name, created_at)
		select ${ctx.org.id}::uuid, w.id, w.name, ${ctx.now.toISOString()}::timestamptz from ${list}
		where not exists (select from (${former(ctx.org.id)}) f where f.name = w.name)
		on conflict (org_id, name) do nothing`);
	const { rows } = await ctx.tx.execute<{ id: string; name: string }>(sql`
		with called as (
			select t.id, t.name, null::timestamptz as recorded_at from ${table} t where t.org_id = ${ctx.org.id}
			union all ${former(ctx.org.id)})
		select distinct on (w.name) coalesce(t.merged_into, t.id) as id, w.name
		from ${list} join called c on c.name = w.name join ${table} t on t.org_id = ${ctx.org.id} and t.id = c.id
		order by w.name, c.recorded_at desc nulls first`);
	return new Map(rows.map(({ id, name }) => [name, id]));
}
