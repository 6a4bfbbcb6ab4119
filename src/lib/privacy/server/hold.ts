import { and, desc, eq, isNull, or } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type * as v from 'valibot';
import { idsByNumber, reachNames } from '../../people/server/find-person.ts';
import type { Ctx } from '../../platform/context.ts';
import { audit } from '../../platform/audit/server/audit.ts';
import { once } from '../../platform/db/server/once.ts';
import { ExpectedError, notFound } from '../../platform/errors/errors.ts';
import type { holdForm } from '../erasure.ts';
import { accessPrivacy } from './access.ts';
import { legalHold } from './schema.ts';

export interface Hold {
	readonly id: string;
	/** Undefined: the whole organization. */
	readonly name: string | undefined;
	readonly reason: string;
	readonly placedAt: Date;
	readonly liftedAt: Date | null;
}

/** Places a legal hold on one person, by their number, or without one on the organization. Kept for the audit. */
export async function placeHold(ctx: Ctx, wish: v.InferOutput<typeof holdForm>): Promise<void> {
	const me = accessPrivacy(ctx, 'hold');
	await once(ctx, wish.key, 'privacy.place-hold', async () => {
		const accountId = wish.number ? (await idsByNumber(ctx)).get(wish.number) : null;
		if (accountId === undefined) throw new ExpectedError('person_unknown');
		const id = uuidv7();
		await ctx.tx.insert(legalHold).values({
			orgId: ctx.org.id,
			id,
			accountId,
			reason: wish.reason,
			placedAt: ctx.now,
			placedBy: me.accountId,
		});
		await audit(ctx, 'legal_hold.placed', accountId, { hold: id });
		return id;
	});
}

/** Lifts a hold; from the next night on, what is over is removed again. Lifting it twice changes nothing. */
export async function liftHold(ctx: Ctx, id: string): Promise<void> {
	const me = accessPrivacy(ctx, 'hold');
	const which = and(eq(legalHold.orgId, ctx.org.id), eq(legalHold.id, id));
	const [found] = await ctx.tx.select().from(legalHold).where(which).for('update');
	if (!found) throw notFound();
	if (found.liftedAt) return;
	await ctx.tx.update(legalHold).set({ liftedAt: ctx.now, liftedBy: me.accountId }).where(which);
	await audit(ctx, 'legal_hold.lifted', found.accountId, { hold: id });
}

/** Holds that stand, and those that were lifted, newest first. */
export async function listHolds(ctx: Ctx): Promise<Hold[]> {
	accessPrivacy(ctx, 'hold');
	const rows = await ctx.tx
		.select()
		.from(legalHold)
		.where(eq(legalHold.orgId, ctx.org.id))
		.orderBy(desc(legalHold.placedAt))
		.limit(200);
	const names = await reachNames(
		ctx,
		rows.flatMap(({ accountId }) => accountId ?? []),
	);
	return rows.map(({ id, accountId, reason, placedAt, liftedAt }) => ({
		id,
		name: accountId === null ? undefined : (names.get(accountId)?.name ?? '–'),
		reason,
		placedAt,
		liftedAt,
	}));
}

/** Whether a hold stands on this person, or on everybody. Without a person: on everybody. */
export async function isHeld(ctx: Ctx, accountId?: string): Promise<boolean> {
	const whose = isNull(legalHold.accountId);
	const rows = await ctx.tx
		.select({ id: legalHold.id })
		.from(legalHold)
		.where(
			and(
				eq(legalHold.orgId, ctx.org.id),
				isNull(legalHold.liftedAt),
				accountId ? or(whose, eq(legalHold.accountId, accountId)) : whose,
			),
		)
		.limit(1);
	return rows.length > 0;
}
