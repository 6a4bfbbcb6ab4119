import { sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { nameKeys } from '../../people/server/name-keys.ts';
import { groupings, none, type Grouping, type ProgressFilter } from '../filter.ts';
import { accessProgram } from './access.ts';
import { dayOf } from './narrow.ts';

/**
 * What groups are called, by key: sites, departments and managers by name, launches by their day. Languages and places are
 * named where the reader's language is known.
 */
export async function nameGroups(
	ctx: Ctx,
	by: Grouping,
	keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
	if (by === 'language' || by === 'place') return new Map(keys.map((key) => [key, key]));
	const ids = keys.filter((key) => key !== '' && key !== none);
	if (by !== 'launch') return nameKeys(ctx, by === 'manager' ? 'person' : by, ids);
	const { rows } = await ctx.tx.execute<{ id: string; day: string }>(sql`
		select id, ${dayOf(ctx, sql`launched_at`)} as day from launch
		where org_id = ${ctx.org.id} and id = any(${sql.param(ids)}::uuid[])`);
	return new Map(rows.map(({ id, day }) => [id, day]));
}

/** What a filter narrows to; the name is null for those without. What is not there is not named. */
export async function nameFilter(
	ctx: Ctx,
	filter: ProgressFilter,
): Promise<{ by: Grouping; name: string | null }[]> {
	accessProgram(ctx, 'see');
	const named: { by: Grouping; name: string | null }[] = [];
	for (const by of groupings) {
		const key = filter[by];
		if (key === undefined) continue;
		const name = (await nameGroups(ctx, by, [key])).get(key);
		if (name !== undefined || key === none) named.push({ by, name: key === none ? null : (name ?? null) });
	}
	return named;
}
