import { and, eq } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import type { PinProblem } from '../../platform/auth/pin-rule.ts';
import { pinSince, setPin } from '../../platform/auth/server/pin.ts';
import { accessOwnAccount, startTabletSession, type NewSession } from '../../platform/auth/server/session.ts';
import { findTablet, noteTabletUse } from '../../platform/auth/server/shared-tablet.ts';
import { lookAtLink, redeemLink } from '../../platform/auth/server/sign-in-link.ts';
import { forgetFailures } from '../../platform/auth/server/try-pin.ts';
import { ExpectedError, notFound } from '../../platform/errors/errors.ts';
import { person } from './schema.ts';

interface PinWish {
	readonly pin: string;
	readonly again: string;
}

/**
 * Chooses one's own PIN for shared tablets, in place of the one before. Not on such a tablet itself: whoever finds it open
 * must not keep the way in.
 * @returns why not, when it may not be this one
 */
export async function chooseOwnPin(ctx: Ctx, wish: PinWish): Promise<PinProblem | undefined> {
	const me = accessOwnAccount(ctx);
	if (me.onTablet) throw notFound();
	return choose(ctx, me.accountId, wish);
}

/** Since when one has a PIN, or null. */
export async function ownPinSince(ctx: Ctx): Promise<Date | null> {
	return pinSince(ctx, accessOwnAccount(ctx).accountId);
}

/**
 * Chooses a PIN on a shared tablet with the code of a card or of who helps, and signs in there. The code is used up
 * only when the PIN is taken.
 * @param token what the tablet's cookie holds
 * @throws ExpectedError `link_used` when the code is no good, `not_found` when this is no shared tablet
 */
export async function startWithCode(
	ctx: Ctx,
	token: string | undefined,
	code: string,
	wish: PinWish,
): Promise<{ session: NewSession } | { problem: PinProblem }> {
	const tablet = await findTablet(ctx, token);
	if (!tablet) throw notFound();
	const link = await lookAtLink(ctx, code);
	// A link out of a mail is for its reader's own device.
	if (!link || link.purpose === 'mail') throw new ExpectedError('link_used');
	const problem = await choose(ctx, link.accountId, wish);
	if (problem) return { problem };
	await redeemLink(ctx, code);
	await noteTabletUse(ctx, tablet.id);
	return { session: await startTabletSession(ctx, link.accountId, tablet) };
}

async function choose(ctx: Ctx, accountId: string, wish: PinWish): Promise<PinProblem | undefined> {
	const [someone] = await ctx.tx
		.select({ number: person.number })
		.from(person)
		.where(and(eq(person.orgId, ctx.org.id), eq(person.id, accountId)));
	const number = someone?.number ?? '';
	const problem = await setPin(ctx, accountId, number, wish);
	if (!problem) await forgetFailures(ctx, number);
	return problem;
}
