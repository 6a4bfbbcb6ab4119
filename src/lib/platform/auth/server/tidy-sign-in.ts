import { and, eq, lt } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import type { Round } from '../../backstage.ts';
import { passkeyChallenge, pinFailure, session, signInLink } from './schema.ts';

const days = (count: number) => count * 24 * 3600_000;

/**
 * Forgets, every night, what is of no use anymore: sessions that are over, links a month after their end, questions
 * that no passkey answered, wrong PINs of a month ago.
 */
export const tidySignIn: Round = {
	name: 'sign-in.tidy',
	cron: '17 3 * * *',
	async run(ctx: Ctx) {
		const before = (time: number) => new Date(ctx.now.getTime() - time);
		const { tx, org, now } = ctx;
		await tx.delete(session).where(and(eq(session.orgId, org.id), lt(session.expiresAt, now)));
		await tx
			.delete(signInLink)
			.where(and(eq(signInLink.orgId, org.id), lt(signInLink.expiresAt, before(days(30)))));
		await tx
			.delete(passkeyChallenge)
			.where(and(eq(passkeyChallenge.orgId, org.id), lt(passkeyChallenge.expiresAt, now)));
		await tx
			.delete(pinFailure)
			.where(and(eq(pinFailure.orgId, org.id), lt(pinFailure.failedAt, before(days(31)))));
	},
};
