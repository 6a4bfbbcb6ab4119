import { sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import type { TableData } from '../../platform/privacy/table-data.ts';
import type { ErasurePlan, Fate } from '../erasure.ts';
import { isHeld } from './hold.ts';
import { rowsOf, tableOf } from './rows-of.ts';

/**
 * What erasing a person would remove today, what must stay, why and until when. It changes nothing. The caller has
 * asked for access.
 */
export async function planErasure(
	ctx: Ctx,
	data: readonly TableData[],
	accountId: string,
): Promise<ErasurePlan> {
	const counted: { entry: TableData; rows: number }[] = [];
	let open = false;
	let keptUntil = '';
	const today = ctx.now.toISOString().slice(0, 10);
	for (const entry of data) {
		if (!entry.mine || !entry.erase) continue;
		const { erase } = entry;
		const until =
			erase.how === 'kept'
				? sql`(max(${sql.identifier(erase.from)})::date + make_interval(years => ${erase.years}))::date::text,
					bool_or(${sql.identifier(erase.from)} is null)`
				: sql`null::text, false`;
		const { rows } = await ctx.tx.execute<{ count: number; until: string | null; open: boolean | null }>(sql`
			select count, until, open from (select count(*)::int, ${until} from ${tableOf(entry)}
				where ${rowsOf(entry, ctx.org.id, accountId)}) as t (count, until, open)`);
		const [found] = rows;
		if (!found || found.count === 0) continue;
		counted.push({ entry, rows: found.count });
		open ||= found.open ?? false;
		if (found.until && found.until > keptUntil) keptUntil = found.until;
	}
	const whole = !open && keptUntil <= today;
	return {
		fates: counted.map(({ entry, rows }) => fateOf(entry, rows, whole)),
		keptUntil: open || whole ? null : keptUntil,
		whole,
		held: await isHeld(ctx, accountId),
	};
}

function fateOf({ table, title, erase }: TableData, rows: number, whole: boolean): Fate {
	if (!erase || erase.how === 'rows') return { table, title, rows, fate: 'goes', why: undefined };
	if (erase.how === 'stays') return { table, title, rows, fate: 'stays', why: erase.why };
	return whole
		? { table, title, rows, fate: 'goes', why: undefined }
		: { table, title, rows, fate: 'kept', why: erase.why };
}
