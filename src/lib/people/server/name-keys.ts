import { sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';

/**
 * What sites, departments or people are called, by id. Those that are not there are left out. The caller has asked its own
 * area for access.
 */
export async function nameKeys(
	ctx: Ctx,
	of: 'site' | 'department' | 'person',
	ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
	if (ids.length === 0) return new Map();
	const name = of === 'person' ? sql`trim(given_name || ' ' || family_name)` : sql`name`;
	const { rows } = await ctx.tx.execute<{ id: string; name: string }>(sql`
		select id, ${name} as name from ${sql.identifier(of)}
		where org_id = ${ctx.org.id} and id = any(${sql.param([...ids])}::uuid[])`);
	return new Map(rows.map((row) => [row.id, row.name]));
}
