import type { Ctx } from '../../context.ts';
import { signInLink } from './schema.ts';
import { newToken } from './token.ts';

/**
 * Makes a link for each of many accounts, for mails that may wait for the next shift.
 * @param days that they are good for
 * @returns the tokens that go into the links, by account
 */
export async function createSignInLinks(
	ctx: Ctx,
	accountIds: readonly string[],
	days: number,
): Promise<ReadonlyMap<string, string>> {
	const made = accountIds.map((accountId) => ({ accountId, ...newToken() }));
	const expiresAt = new Date(ctx.now.getTime() + days * 24 * 3600_000);
	for (let start = 0; start < made.length; start += 2000) {
		await ctx.tx.insert(signInLink).values(
			made.slice(start, start + 2000).map(({ accountId, hash }) => ({
				orgId: ctx.org.id,
				tokenHash: hash,
				accountId,
				createdAt: ctx.now,
				expiresAt,
			})),
		);
	}
	return new Map(made.map(({ accountId, token }) => [accountId, token]));
}
