import { and, eq, inArray } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import { passkey, pin, session, signInLink } from './schema.ts';

/** Ends every way in that accounts have: sessions, links and cards, PIN, passkeys. The caller has asked for access. */
export async function endSignIn(ctx: Ctx, accountIds: readonly string[]): Promise<void> {
	if (accountIds.length === 0) return;
	for (const way of [session, pin, passkey, signInLink]) {
		await ctx.tx.delete(way).where(and(eq(way.orgId, ctx.org.id), inArray(way.accountId, [...accountIds])));
	}
}
