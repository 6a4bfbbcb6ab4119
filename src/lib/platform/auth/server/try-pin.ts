import { and, eq } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import { countFailure, isLocked } from '../pin-wait.ts';
import { pinIsRight } from './pin.ts';
import { pinFailure } from './schema.ts';
import { startTabletSession, type NewSession } from './session.ts';
import type { TabletView } from './shared-tablet.ts';
import { hashToken } from './token.ts';

/** `wrong` is also what an unknown badge number hears, and one without a PIN; `wait` what any does that was tried often. */
export type PinOutcome =
	{ session: NewSession } | { refused: 'wrong' } | { refused: 'wait'; minutes: number; locked: boolean };

/**
 * Looks whether a PIN belongs to a badge number, and signs in. Tries are counted for the number, known or not, and for
 * the tablet, while others who try the same wait; a refusal is an outcome, not an error, because the count must be kept.
 * @param badge the number as typed
 * @param accountId whose number it is, if anybody's
 */
export async function tryPin(
	ctx: Ctx,
	tablet: TabletView,
	badge: string,
	accountId: string | undefined,
	typed: string,
): Promise<PinOutcome> {
	// Always in this order, so that two who try at the same moment take turns and never wait for each other.
	const waits = [
		await takeTurn(ctx, 'tablet', tablet.id),
		await takeTurn(ctx, 'badge', badgeSubject(badge)),
	] as const;
	const wait = Math.max(...waits.map(({ waitUntil }) => waitUntil.getTime())) - ctx.now.getTime();
	if (wait > 0) return { refused: 'wait', minutes: Math.ceil(wait / 60_000), locked: isLocked(waits[1]) };
	if (await pinIsRight(ctx, accountId, typed)) {
		await forgetFailures(ctx, badge);
		return { session: await startTabletSession(ctx, accountId ?? '', tablet) };
	}
	await note(ctx, 'tablet', tablet.id);
	await note(ctx, 'badge', badgeSubject(badge));
	return { refused: 'wrong' };
}

/** A badge number may be tried again from the start. Who calls it, has decided that it may be. */
export async function forgetFailures(ctx: Ctx, badge: string): Promise<void> {
	await ctx.tx.delete(pinFailure).where(which(ctx, 'badge', badgeSubject(badge)));
}

/** Numbers that nobody has are counted too, so nothing is kept of what was typed but its hash. */
const badgeSubject = (badge: string) => hashToken(badge);

type Subject = (typeof pinFailure.$inferSelect)['of'];

/** Holds the row until the transaction ends, and tells what it knows. */
async function takeTurn(ctx: Ctx, of: Subject, subject: string) {
	const fresh = { orgId: ctx.org.id, of, subject, failures: 0, failedAt: ctx.now, waitUntil: ctx.now };
	await ctx.tx.insert(pinFailure).values(fresh).onConflictDoNothing();
	const [row] = await ctx.tx
		.select()
		.from(pinFailure)
		.where(which(ctx, of, subject))
		.for('update');
	return row ?? fresh;
}

async function note(ctx: Ctx, of: Subject, subject: string): Promise<void> {
	const [before] = await ctx.tx
		.select()
		.from(pinFailure)
		.where(which(ctx, of, subject));
	await ctx.tx
		.update(pinFailure)
		.set(countFailure(of, before, ctx.now))
		.where(which(ctx, of, subject));
}

const which = (ctx: Ctx, of: Subject, subject: string) =>
	and(eq(pinFailure.orgId, ctx.org.id), eq(pinFailure.of, of), eq(pinFailure.subject, subject));
