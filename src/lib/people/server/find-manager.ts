import { sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import type { Refusal } from '../refusal.ts';
import { searchText } from '../search-text.ts';

const most = 6;

/**
 * Whom somebody means who writes a number, an address or a name. The caller has asked for access.
 * @returns their id, null for an empty field, or why it cannot be told
 */
export async function findManager(ctx: Ctx, text: string): Promise<string | null | Refusal> {
	const wish = text.trim().slice(0, 200);
	if (wish === '') return null;
	const { rows: exact } = await ctx.tx.execute<{ id: string }>(sql`
		select coalesce(merged_into, id) as id from person
		where org_id = ${ctx.org.id} and (number = ${wish} or email = ${wish.toLowerCase()}) order by number <> ${wish}`);
	if (exact[0]) return exact[0].id;
	const words = searchText(wish).split(' ').filter(Boolean).slice(0, 8);
	const holds = words.map((word) => sql`search_text like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`);
	const { rows } = await ctx.tx.execute<{ id: string; name: string; number: string }>(sql`
		select id, trim(given_name || ' ' || family_name) as name, number from person
		where org_id = ${ctx.org.id} and merged_into is null and ${sql.join(holds, sql` and `)}
		order by family_name, given_name, id limit ${most}`);
	if (rows.length === 1 && rows[0]) return rows[0].id;
	if (rows.length === 0) return { reason: 'manager_unknown', field: 'manager' };
	const names = rows.map(({ name, number }) => `${name} (${number})`);
	return { reason: 'manager_several', names, field: 'manager' };
}
