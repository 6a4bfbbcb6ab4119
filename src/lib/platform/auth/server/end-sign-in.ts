import { and, eq } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import { passkey, signInLink } from './schema.ts';
import { removePin } from './pin.ts';
import { dropSessions } from './session.ts';

/** Ends every way in that an account has: sessions, links and cards, PIN, passkeys. The caller has asked for access. */
export async function endSignIn(ctx: Ctx, accountId: string): Promise<void> {
	await dropSessions(ctx, accountId);
	await removePin(ctx, accountId);
	await ctx.tx
		.delete(signInLink)
		.where(and(eq(signInLink.orgId, ctx.org.id), eq(signInLink.accountId, accountId)));
	await ctx.tx.delete(passkey).where(and(eq(passkey.orgId, ctx.org.id), eq(passkey.accountId, accountId)));
}
