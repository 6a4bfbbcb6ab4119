import { and, desc, eq, isNull } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type * as v from 'valibot';
import { idsByNumber, reachNames } from '../../people/server/find-person.ts';
import type { Ctx } from '../../platform/context.ts';
import { accessOwnAccount } from '../../platform/auth/server/session.ts';
import { audit } from '../../platform/audit/server/audit.ts';
import { once } from '../../platform/db/server/once.ts';
import { ExpectedError, notFound } from '../../platform/errors/errors.ts';
import type { TableData } from '../../platform/privacy/table-data.ts';
import type { decisionForm, ErasurePlan, leaverForm } from '../erasure.ts';
import { accessPrivacy } from './access.ts';
import { erasePerson } from './erase-person.ts';
import { planErasure } from './plan-erasure.ts';
import { erasure } from './schema.ts';

export interface OwnErasure {
	readonly askedAt: Date;
	readonly decidedAt: Date | null;
	readonly refusal: string | null;
	readonly keptUntil: string | null;
}

/** Asks that one's own data be erased. Asking again while a request is open changes nothing. */
export async function askErasure(ctx: Ctx, key: string): Promise<void> {
	const me = accessOwnAccount(ctx);
	await once(ctx, key, 'privacy.ask-erasure', () => request(ctx, me.accountId, me.accountId));
}

/** The newest request of one's own, if there is one. */
export async function ownErasure(ctx: Ctx): Promise<OwnErasure | undefined> {
	const me = accessOwnAccount(ctx);
	const [found] = await ctx.tx
		.select({
			askedAt: erasure.askedAt,
			decidedAt: erasure.decidedAt,
			refusal: erasure.refusal,
			keptUntil: erasure.keptUntil,
		})
		.from(erasure)
		.where(and(eq(erasure.orgId, ctx.org.id), eq(erasure.accountId, me.accountId)))
		.orderBy(desc(erasure.askedAt))
		.limit(1);
	return found;
}

/**
 * Asks that somebody be erased who cannot ask anymore, by their number.
 * @returns the id of the request
 */
export async function askErasureFor(ctx: Ctx, wish: v.InferOutput<typeof leaverForm>): Promise<string> {
	const me = accessPrivacy(ctx, 'decide erasures');
	const { result } = await once(ctx, wish.key, 'privacy.ask-erasure-for', async () => {
		const accountId = (await idsByNumber(ctx)).get(wish.number);
		if (!accountId) throw new ExpectedError('person_unknown');
		return request(ctx, accountId, me.accountId);
	});
	return result ?? '';
}

async function request(ctx: Ctx, accountId: string, askedBy: string): Promise<string> {
	const [open] = await ctx.tx
		.select({ id: erasure.id })
		.from(erasure)
		.where(and(eq(erasure.orgId, ctx.org.id), eq(erasure.accountId, accountId), isNull(erasure.decidedAt)));
	if (open) return open.id;
	const id = uuidv7();
	await ctx.tx.insert(erasure).values({ orgId: ctx.org.id, id, accountId, askedAt: ctx.now, askedBy });
	await audit(ctx, 'erasure.asked', accountId, { erasure: id });
	return id;
}

export interface ErasureLine {
	readonly id: string;
	/** Undefined once nobody knows anymore. */
	readonly name: string | undefined;
	readonly number: string | undefined;
	readonly askedAt: Date;
	readonly decidedAt: Date | null;
	readonly refusal: string | null;
	readonly keptUntil: string | null;
	readonly doneAt: Date | null;
}

/** Requests, open ones first, then the newest. */
export async function listErasures(ctx: Ctx): Promise<ErasureLine[]> {
	accessPrivacy(ctx, 'decide erasures');
	const rows = await ctx.tx
		.select()
		.from(erasure)
		.where(eq(erasure.orgId, ctx.org.id))
		.orderBy(desc(isNull(erasure.decidedAt)), desc(erasure.askedAt))
		.limit(200);
	return present(ctx, rows);
}

/** One request with what erasing would do today: what goes, what stays, why and until when. */
export async function reviewErasure(
	ctx: Ctx,
	data: readonly TableData[],
	id: string,
): Promise<ErasureLine & { plan: ErasurePlan }> {
	accessPrivacy(ctx, 'decide erasures');
	const rows = await ctx.tx
		.select()
		.from(erasure)
		.where(and(eq(erasure.orgId, ctx.org.id), eq(erasure.id, id)));
	const [line] = await present(ctx, rows);
	const [row] = rows;
	if (!line || !row) throw notFound();
	return { ...line, plan: await planErasure(ctx, data, row.accountId) };
}

/**
 * Erases what may go, or refuses with a reason that the person reads. Deciding twice changes nothing.
 * @throws ExpectedError `on_hold` when a legal hold stands; nothing is erased then
 */
export async function decideErasure(
	ctx: Ctx,
	data: readonly TableData[],
	id: string,
	wish: v.InferOutput<typeof decisionForm>,
): Promise<void> {
	const me = accessPrivacy(ctx, 'decide erasures');
	const which = and(eq(erasure.orgId, ctx.org.id), eq(erasure.id, id));
	const [found] = await ctx.tx.select().from(erasure).where(which).for('update');
	if (!found) throw notFound();
	if (found.decidedAt) return;
	const refusal = wish.decision === 'refuse' ? wish.refusal : null;
	await ctx.tx.update(erasure).set({ decidedAt: ctx.now, decidedBy: me.accountId, refusal }).where(which);
	await audit(ctx, 'erasure.decided', found.accountId, { erasure: id, decision: wish.decision });
	if (wish.decision === 'erase') await erasePerson(ctx, data, id);
}

async function present(ctx: Ctx, rows: readonly (typeof erasure.$inferSelect)[]): Promise<ErasureLine[]> {
	const names = await reachNames(
		ctx,
		rows.map(({ accountId }) => accountId),
	);
	return rows.map(({ id, accountId, askedAt, decidedAt, refusal, keptUntil, doneAt }) => {
		const { name, number } = names.get(accountId) ?? {};
		return { id, name, number, askedAt, decidedAt, refusal, keptUntil, doneAt };
	});
}
