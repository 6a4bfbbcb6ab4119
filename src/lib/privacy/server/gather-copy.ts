import { sql } from 'drizzle-orm';
import type { Ctx, Locale } from '../../platform/context.ts';
import { accessOwnAccount } from '../../platform/auth/server/session.ts';
import { audit } from '../../platform/audit/server/audit.ts';
import { notFound } from '../../platform/errors/errors.ts';
import type { Row, TableData } from '../../platform/privacy/table-data.ts';
import { copiedTable, type CopiedTable } from '../copy.ts';
import { rowsOf, tableOf } from './rows-of.ts';

/** Rows of one table that a copy holds at most; nobody has as many but by mistake. */
const mostRows = 50_000;

/**
 * Everything that is stored about whoever asks, table by table, empty ones left out. Only the columns that the
 * register lists by hand, and only rows that are theirs.
 */
export async function gatherCopy(
	ctx: Ctx,
	data: readonly TableData[],
	locale: Locale,
): Promise<CopiedTable[]> {
	const me = accessOwnAccount(ctx);
	const copied: CopiedTable[] = [];
	for (const entry of data) {
		if (!entry.mine || !entry.fields) continue;
		const columns = Object.keys(entry.fields).map((column) => sql.identifier(column));
		const { rows } = await ctx.tx.execute<{ row: Row }>(sql`
			select to_jsonb(t) as row from (select ${sql.join(columns, sql`, `)} from ${tableOf(entry)}
				where ${rowsOf(entry, ctx.org.id, me.accountId)} and ${sql.raw(entry.copyOnly ?? 'true')} limit ${mostRows}) t`);
		if (rows.length === 0) continue;
		const found = rows.map(({ row }) => row);
		copied.push(copiedTable(entry, (await entry.readable?.(ctx, found)) ?? found, locale));
	}
	return copied;
}

/** The same for a file that leaves; that it was taken is kept. */
export async function takeCopy(ctx: Ctx, data: readonly TableData[], locale: Locale): Promise<CopiedTable[]> {
	const me = accessOwnAccount(ctx);
	if (me.onTablet) throw notFound(); // a file would stay on a device that others use
	await audit(ctx, 'data.copied', me.accountId);
	return gatherCopy(ctx, data, locale);
}
