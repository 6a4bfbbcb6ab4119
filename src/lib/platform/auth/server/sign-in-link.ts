import { and, count, eq, gt, isNull } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import { ExpectedError } from '../../errors/errors.ts';
import { signInLink } from './schema.ts';
import { holdAccount } from './session.ts';
import { hashToken, newToken } from './token.ts';

/** Minutes that a link sent on request is good for. */
const linkMinutes = 30;
/** Days that the link of an invitation is good for: it may wait for the next shift. */
const invitationDays = 7;
/** Requests that one account may make in an hour. */
const linksPerHour = 5;

/**
 * Makes a link for an account.
 * @returns the token that goes into the link, or undefined when too many were asked for
 */
export async function createSignInLink(
	ctx: Ctx,
	accountId: string,
	reason: 'request' | 'invitation' | 'operator',
): Promise<string | undefined> {
	if (reason === 'request') {
		await holdAccount(ctx, accountId);
		const hourAgo = new Date(ctx.now.getTime() - 3600_000);
		const [recent] = await ctx.tx
			.select({ count: count() })
			.from(signInLink)
			.where(
				and(
					eq(signInLink.orgId, ctx.org.id),
					eq(signInLink.accountId, accountId),
					gt(signInLink.createdAt, hourAgo),
				),
			);
		if ((recent?.count ?? 0) >= linksPerHour) return undefined;
	}
	const { token, hash } = newToken();
	const minutes = reason === 'invitation' ? invitationDays * 24 * 60 : linkMinutes;
	await ctx.tx.insert(signInLink).values({
		orgId: ctx.org.id,
		tokenHash: hash,
		accountId,
		createdAt: ctx.now,
		expiresAt: new Date(ctx.now.getTime() + minutes * 60_000),
	});
	return token;
}

/** Whether the link would still sign somebody in. Looking, as mail scanners do, changes nothing. */
export async function linkIsGood(ctx: Ctx, token: string): Promise<boolean> {
	ctx.asked.access = true; // whoever holds the link may know whether it is good
	const rows = await ctx.tx.select({ hash: signInLink.tokenHash }).from(signInLink).where(good(ctx, token));
	return rows.length > 0;
}

/**
 * Uses the link up; of two clicks at once, one wins.
 * @returns the account it signs in
 * @throws ExpectedError `link_used` when it was used, has expired or never existed
 */
export async function redeemSignInLink(ctx: Ctx, token: string): Promise<string> {
	ctx.asked.access = true; // the link is the permission
	const [used] = await ctx.tx
		.update(signInLink)
		.set({ usedAt: ctx.now })
		.where(good(ctx, token))
		.returning({ accountId: signInLink.accountId });
	if (!used) throw new ExpectedError('link_used');
	return used.accountId;
}

const good = (ctx: Ctx, token: string) =>
	and(
		eq(signInLink.orgId, ctx.org.id),
		eq(signInLink.tokenHash, hashToken(token)),
		isNull(signInLink.usedAt),
		gt(signInLink.expiresAt, ctx.now),
	);
