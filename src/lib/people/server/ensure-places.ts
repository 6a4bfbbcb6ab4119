import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../platform/context.ts';

/** The ids of these sites by name; those that are new are made. */
export const ensureSites = (ctx: Ctx, names: readonly string[]) => ensure(ctx, 'site', names);

/** The ids of these departments by name; those that are new are made. */
export const ensureDepartments = (ctx: Ctx, names: readonly string[]) => ensure(ctx, 'department', names);

async function ensure(
	ctx: Ctx,
	table: 'site' | 'department',
	names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
	const wished = [...new Set(names)].map((name) => ({ id: uuidv7(), name }));
	if (wished.length === 0) return new Map();
	const list = sql`jsonb_to_recordset(${JSON.stringify(wished)}::jsonb) as w(id uuid, name text)`;
	await ctx.tx.execute(sql`
		insert into ${sql.identifier(table)} (org_id, id, name, created_at)
		select ${ctx.org.id}::uuid, w.id, w.name, ${ctx.now.toISOString()}::timestamptz from ${list}
		on conflict (org_id, name) do nothing`);
	const { rows } = await ctx.tx.execute<{ id: string; name: string }>(sql`
		select t.id, t.name from ${sql.identifier(table)} t join ${list} on w.name = t.name
		where t.org_id = ${ctx.org.id}`);
	return new Map(rows.map(({ id, name }) => [name, id]));
}
