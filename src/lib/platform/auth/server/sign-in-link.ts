import { and, count, eq, gt, inArray, isNull } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import { ExpectedError } from '../../errors/errors.ts';
import { signInLink, type LinkPurpose } from './schema.ts';
import { holdAccount } from './session.ts';
import { newStartCode, readStartCode } from '../start-code.ts';
import { hashToken, newToken } from './token.ts';

/** Minutes that a link sent on request is good for. */
const linkMinutes = 30;
/** Days that the link of an invitation is good for: it may wait for the next shift. */
const invitationDays = 7;
/** Days that a printed card waits to be used. */
export const cardDays = 30;
/** Minutes that a code is good for which somebody reads out to a person beside them. */
export const helpMinutes = 15;
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
					eq(signInLink.purpose, 'mail'),
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

/**
 * Makes one start code for each account, in place of those made before for the same purpose that nobody used. It is
 * for cards and for helping; who calls it, has asked for access.
 * @returns the codes, in the order of the accounts; nothing keeps them
 */
export async function createStartCodes(
	ctx: Ctx,
	accountIds: readonly string[],
	purpose: 'card' | 'help',
): Promise<string[]> {
	if (accountIds.length === 0) return [];
	await ctx.tx
		.delete(signInLink)
		.where(
			and(
				eq(signInLink.orgId, ctx.org.id),
				inArray(signInLink.accountId, [...accountIds]),
				eq(signInLink.purpose, purpose),
				isNull(signInLink.usedAt),
			),
		);
	const codes = accountIds.map(() => newStartCode());
	const minutes = purpose === 'card' ? cardDays * 24 * 60 : helpMinutes;
	const expiresAt = new Date(ctx.now.getTime() + minutes * 60_000);
	await ctx.tx.insert(signInLink).values(
		accountIds.map((accountId, index) => ({
			orgId: ctx.org.id,
			tokenHash: hashToken(codes[index] ?? ''),
			accountId,
			createdAt: ctx.now,
			expiresAt,
			purpose,
		})),
	);
	return codes;
}

/** Whether the link would still sign somebody in. Looking, as mail scanners do, changes nothing. */
export async function linkIsGood(ctx: Ctx, token: string): Promise<boolean> {
	return (await lookAtLink(ctx, token)) !== undefined;
}

/** What a link is for, while it is good: whoever holds it may know. */
export async function lookAtLink(
	ctx: Ctx,
	token: string,
): Promise<{ accountId: string; purpose: LinkPurpose } | undefined> {
	ctx.asked.access = true; // whoever holds the link may know whether it is good
	const [found] = await ctx.tx
		.select({ accountId: signInLink.accountId, purpose: signInLink.purpose })
		.from(signInLink)
		.where(good(ctx, token));
	return found;
}

/**
 * Uses the link up; of two clicks at once, one wins.
 * @returns the account it signs in
 * @throws ExpectedError `link_used` when it was used, has expired or never existed
 */
export async function redeemSignInLink(ctx: Ctx, token: string): Promise<string> {
	return (await redeemLink(ctx, token)).accountId;
}

/** The same, with what the link was for. */
export async function redeemLink(
	ctx: Ctx,
	token: string,
): Promise<{ accountId: string; purpose: LinkPurpose }> {
	ctx.asked.access = true; // the link is the permission
	const [used] = await ctx.tx
		.update(signInLink)
		.set({ usedAt: ctx.now })
		.where(good(ctx, token))
		.returning({ accountId: signInLink.accountId, purpose: signInLink.purpose });
	if (!used) throw new ExpectedError('link_used');
	return used;
}

const good = (ctx: Ctx, token: string) =>
	and(
		eq(signInLink.orgId, ctx.org.id),
		eq(signInLink.tokenHash, hashToken(readStartCode(token) ?? token)),
		isNull(signInLink.usedAt),
		gt(signInLink.expiresAt, ctx.now),
	);
