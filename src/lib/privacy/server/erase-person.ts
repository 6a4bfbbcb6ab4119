import { and, eq, sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { audit } from '../../platform/audit/server/audit.ts';
import { erasedByOwner, removeByOwner } from '../../platform/db/server/build-erasure.ts';
import { neverDeleted } from '../../platform/db/server/build-walls.ts';
import { ExpectedError } from '../../platform/errors/errors.ts';
import type { TableData } from '../../platform/privacy/table-data.ts';
import { planErasure } from './plan-erasure.ts';
import { rowsOf, tableOf } from './rows-of.ts';
import { erasure } from './schema.ts';

/**
 * Carries a decided erasure out as far as the law lets: what may go goes, columns that nothing needs are emptied, the
 * rest stays until its day. Again on that day, it removes the rest. Repeating it removes nothing more.
 * @throws ExpectedError `on_hold` when a legal hold stands
 */
export async function erasePerson(ctx: Ctx, data: readonly TableData[], erasureId: string): Promise<void> {
	const which = and(eq(erasure.orgId, ctx.org.id), eq(erasure.id, erasureId));
	const [decided] = await ctx.tx.select().from(erasure).where(which).for('update');
	if (!decided?.decidedAt || decided.refusal !== null || decided.doneAt) return;
	const { accountId } = decided;
	const plan = await planErasure(ctx, data, accountId);
	if (plan.held) throw new ExpectedError('on_hold');
	const removed: Record<string, number> = { ...decided.removed };
	// Backward through the areas: whoever refers to a row comes later than the row.
	for (const entry of [...data].reverse()) {
		const { table, mine, erase } = entry;
		if (!mine || !erase || erase.how === 'stays' || table === 'account') continue;
		if (erase.how === 'rows' || plan.whole) {
			const gone = await removeRows(ctx, entry, accountId);
			if (gone > 0) removed[table] = (removed[table] ?? 0) + gone;
		} else {
			await clear(ctx, entry, erase.clear ?? [], accountId);
			await entry.forget?.(ctx, accountId);
		}
	}
	if (plan.whole) {
		// Everything that refers to the account goes with it.
		removed.account = await removeByOwner(ctx.tx, 'account', accountId);
	}
	await ctx.tx
		.update(erasure)
		.set({ removed, keptUntil: plan.keptUntil, doneAt: plan.whole ? ctx.now : null })
		.where(which);
	await audit(ctx, 'person.erased', accountId, { erasure: erasureId, whole: plan.whole ? 'yes' : 'no' });
}

async function removeRows(ctx: Ctx, entry: TableData, accountId: string): Promise<number> {
	await entry.beforeGoing?.(ctx, accountId);
	if (entry.table in erasedByOwner) return removeByOwner(ctx.tx, entry.table, accountId);
	if (neverDeleted.includes(entry.table)) return 0; // it goes with the account
	await letGo(ctx, entry, accountId);
	const { rowCount } = await ctx.tx.execute(
		sql`delete from ${tableOf(entry)} where ${rowsOf(entry, ctx.org.id, accountId)}`,
	);
	return rowCount ?? 0;
}

/** Others may name the person, as their manager: that becomes open. */
async function letGo(ctx: Ctx, entry: TableData, accountId: string): Promise<void> {
	for (const column of entry.lettingGo ?? []) {
		const name = sql.identifier(column);
		await ctx.tx.execute(sql`update ${tableOf(entry)} set ${name} = null
			where org_id = ${ctx.org.id}::uuid and ${name} = ${accountId}::uuid`);
	}
}

async function clear(
	ctx: Ctx,
	entry: TableData,
	columns: readonly string[],
	accountId: string,
): Promise<void> {
	if (columns.length === 0) return;
	const empty = columns.map((column) => sql`${sql.identifier(column)} = null`);
	await ctx.tx.execute(
		sql`update ${tableOf(entry)} set ${sql.join(empty, sql`, `)} where ${rowsOf(entry, ctx.org.id, accountId)}`,
	);
}
