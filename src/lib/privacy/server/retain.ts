import { and, eq, isNotNull, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { leftBefore } from '../../people/server/find-person.ts';
import type { Round } from '../../platform/backstage.ts';
import type { Ctx } from '../../platform/context.ts';
import { endedByOwner } from '../../platform/db/server/build-erasure.ts';
import type { TableData, Words } from '../../platform/privacy/table-data.ts';
import { accessPrivacy } from './access.ts';
import { erasePerson } from './erase-person.ts';
import { isHeld } from './hold.ts';
import { rowsNotHeld, tableOf } from './rows-of.ts';
import { erasure } from './schema.ts';

/** Rows of one table, and people, that one transaction removes at most. */
const batch = { rows: 5000, people: 20 };
/** Years after their last day when somebody who has left is erased without being asked: no law keeps more by then. */
const yearsAfterLeaving = 4;

export interface RunningOut {
	readonly table: string;
	readonly title: Words;
	/** The rule, in words. */
	readonly rule: Words;
	readonly rows: number;
}

export interface Tonight {
	readonly tables: readonly RunningOut[];
	/** People whose erasure is completed or begins. */
	readonly people: number;
	/** A hold on the whole organization stops everything. */
	readonly held: boolean;
}

/** What would be removed now. It changes nothing. */
export async function previewRetention(ctx: Ctx, data: readonly TableData[]): Promise<Tonight> {
	accessPrivacy(ctx, 'see retention');
	return countOver(ctx, data);
}

/** The same for whoever runs the server; the caller has decided that it may be. */
export async function countOver(ctx: Ctx, data: readonly TableData[]): Promise<Tonight> {
	if (await isHeld(ctx)) return { tables: [], people: 0, held: true };
	const tables: RunningOut[] = [];
	for (const entry of data) {
		const over = whatIsOver(ctx, entry);
		if (!over) continue;
		const { rows } = await ctx.tx.execute<{ rows: number }>(
			sql`select count(*)::int as rows from ${tableOf(entry)} where ${over}`,
		);
		tables.push({ table: entry.table, title: entry.title, rule: entry.kept, rows: rows[0]?.rows ?? 0 });
	}
	const [due, left] = [await dueErasures(ctx, 10_000), await leavers(ctx, 10_000)];
	return { tables, people: due.length + left.length, held: false };
}

/**
 * Removes what is over: a few thousand rows of each table, a few people. Again and again it comes to an end; repeated
 * then, it removes nothing.
 * @returns rows by table, and whether more is left
 */
export async function removeOver(
	ctx: Ctx,
	data: readonly TableData[],
): Promise<{ removed: Record<string, number>; more: boolean }> {
	const removed: Record<string, number> = {};
	if (await isHeld(ctx)) return { removed, more: false };
	for (const entry of data) {
		const gone = await removeFrom(ctx, entry);
		if (gone > 0) removed[entry.table] = gone;
	}
	for (const accountId of await leavers(ctx, batch.people)) await decideForLeaver(ctx, accountId);
	const due = await dueErasures(ctx, batch.people);
	for (const id of due) await erasePerson(ctx, data, id);
	const full = Object.values(removed).some((rows) => rows >= batch.rows);
	return { removed, more: full || due.length >= batch.people };
}

/** Every night, in the small hours of the Americas; what one transaction leaves, the next one takes. */
export const retention = (data: readonly TableData[]): Round => ({
	name: 'privacy.retain',
	cron: '20 9 * * *',
	run: async (ctx) => {
		const { more } = await removeOver(ctx, data);
		if (more) await ctx.send('privacy.retain', [{}]);
	},
});

async function removeFrom(ctx: Ctx, entry: TableData): Promise<number> {
	const over = whatIsOver(ctx, entry);
	if (!over) return 0;
	if (entry.table in endedByOwner) {
		const { rows } = await ctx.tx.execute<{ gone: number }>(
			sql`select public.end_old_rows(${entry.table}, ${before(ctx, entry)}::timestamptz, ${batch.rows}) as gone`,
		);
		return rows[0]?.gone ?? 0;
	}
	const { rowCount } = await ctx.tx
		.execute(sql`delete from ${tableOf(entry)} where org_id = ${ctx.org.id}::uuid
		and ctid = any (array(select ctid from ${tableOf(entry)} where ${over} limit ${batch.rows}))`);
	return rowCount ?? 0;
}

/** The condition that a row's time is over and nobody holds it. */
function whatIsOver(ctx: Ctx, entry: TableData): SQL | undefined {
	const { over } = entry;
	if (!over) return undefined;
	const only = over.only ? sql` and ${atNow(over.only, ctx.now)}` : sql``;
	return sql`org_id = ${ctx.org.id}::uuid and ${sql.identifier(over.since)} < ${before(ctx, entry)}::timestamptz
		and ${rowsNotHeld(entry, ctx.org.id)}${only}`;
}

const before = (ctx: Ctx, { over }: TableData) =>
	new Date(ctx.now.getTime() - (over?.days ?? 0) * 24 * 3600_000).toISOString();

/** SQL from the register, with the moment in place of `:now`. */
function atNow(condition: string, now: Date): SQL {
	const parts = condition.split(':now').map((part) => sql.raw(part));
	return sql.join(parts, sql`${now.toISOString()}::timestamptz`);
}

/** Decided erasures of which nothing must be kept anymore. */
async function dueErasures(ctx: Ctx, most: number): Promise<string[]> {
	const left = await longGone(ctx);
	const rows = await ctx.tx
		.select({ id: erasure.id })
		.from(erasure)
		.where(
			and(
				eq(erasure.orgId, ctx.org.id),
				isNotNull(erasure.decidedAt),
				isNull(erasure.refusal),
				isNull(erasure.doneAt),
				or(
					lte(erasure.keptUntil, ctx.today),
					// Decided while they worked here, so that no day could be named.
					and(isNull(erasure.keptUntil), sql`${erasure.accountId} = any(${sql.param(left)}::uuid[])`),
				),
				sql`${erasure.accountId} not in (select account_id from legal_hold
					where org_id = ${ctx.org.id}::uuid and lifted_at is null and account_id is not null)`,
			),
		)
		.limit(most);
	return rows.map(({ id }) => id);
}

/** Who left long enough ago, is not held, and about whom nothing was decided. */
async function leavers(ctx: Ctx, most: number): Promise<string[]> {
	const left = await longGone(ctx);
	if (left.length === 0) return [];
	const { rows } = await ctx.tx.execute<{ id: string }>(sql`
		select id from unnest(${sql.param(left)}::uuid[]) as t (id)
		where id not in (select account_id from erasure
			where org_id = ${ctx.org.id}::uuid and decided_at is not null and refusal is null)
			and id not in (select account_id from legal_hold
				where org_id = ${ctx.org.id}::uuid and lifted_at is null and account_id is not null)
		limit ${most}`);
	return rows.map(({ id }) => id);
}

async function longGone(ctx: Ctx): Promise<string[]> {
	const day = new Date(ctx.now);
	day.setUTCFullYear(day.getUTCFullYear() - yearsAfterLeaving);
	return leftBefore(ctx, day.toISOString().slice(0, 10));
}

/** Retention decides as a person would; the same night carries it out. */
async function decideForLeaver(ctx: Ctx, accountId: string): Promise<void> {
	const now = ctx.now;
	await ctx.tx.insert(erasure).values({
		orgId: ctx.org.id,
		id: uuidv7(),
		accountId,
		askedAt: now,
		decidedAt: now,
		keptUntil: ctx.today,
	});
}
