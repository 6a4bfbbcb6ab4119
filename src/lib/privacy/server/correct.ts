import { and, desc, eq, isNull } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type * as v from 'valibot';
import { reachNames } from '../../people/server/find-person.ts';
import type { Ctx } from '../../platform/context.ts';
import { accessOwnAccount } from '../../platform/auth/server/session.ts';
import { audit } from '../../platform/audit/server/audit.ts';
import { once } from '../../platform/db/server/once.ts';
import { notFound } from '../../platform/errors/errors.ts';
import type { Correction, correctionForm } from '../correction.ts';
import { accessPrivacy } from './access.ts';
import { correctionRequest } from './schema.ts';

const shown = {
	id: correctionRequest.id,
	words: correctionRequest.words,
	askedAt: correctionRequest.askedAt,
	answer: correctionRequest.answer,
	answeredAt: correctionRequest.answeredAt,
};

/** Says that a fact about oneself is wrong. */
export async function askCorrection(ctx: Ctx, wish: v.InferOutput<typeof correctionForm>): Promise<void> {
	const me = accessOwnAccount(ctx);
	await once(ctx, wish.key, 'privacy.ask-correction', async () => {
		const id = uuidv7();
		await ctx.tx
			.insert(correctionRequest)
			.values({ orgId: ctx.org.id, id, accountId: me.accountId, words: wish.words, askedAt: ctx.now });
		return id;
	});
}

/** What one asked to be corrected, newest first, with the answers. */
export async function ownCorrections(ctx: Ctx): Promise<Correction[]> {
	const me = accessOwnAccount(ctx);
	return ctx.tx
		.select(shown)
		.from(correctionRequest)
		.where(and(eq(correctionRequest.orgId, ctx.org.id), eq(correctionRequest.accountId, me.accountId)))
		.orderBy(desc(correctionRequest.askedAt))
		.limit(100);
}

/** What people asked to be corrected and nobody has answered, with their names, oldest first. */
export async function openCorrections(ctx: Ctx): Promise<(Correction & { name: string; number: string })[]> {
	accessPrivacy(ctx, 'answer corrections');
	const rows = await ctx.tx
		.select({ ...shown, accountId: correctionRequest.accountId })
		.from(correctionRequest)
		.where(and(eq(correctionRequest.orgId, ctx.org.id), isNull(correctionRequest.answeredAt)))
		.orderBy(correctionRequest.askedAt)
		.limit(200);
	const names = await reachNames(
		ctx,
		rows.map(({ accountId }) => accountId),
	);
	return rows.map(({ accountId, ...row }) => ({ ...row, name: '', number: '', ...names.get(accountId) }));
}

/** Answers, and by that closes. The fact itself is corrected where it stands. Answered twice, the first answer stays. */
export async function answerCorrection(ctx: Ctx, id: string, answer: string): Promise<void> {
	const me = accessPrivacy(ctx, 'answer corrections');
	const which = and(eq(correctionRequest.orgId, ctx.org.id), eq(correctionRequest.id, id));
	const [found] = await ctx.tx.select().from(correctionRequest).where(which).for('update');
	if (!found) throw notFound();
	if (found.answeredAt) return;
	await ctx.tx
		.update(correctionRequest)
		.set({ answer, answeredAt: ctx.now, answeredBy: me.accountId })
		.where(which);
	await audit(ctx, 'correction.answered', found.accountId);
}
