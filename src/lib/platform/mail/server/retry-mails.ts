import { and, eq, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../context.ts';
import { audit } from '../../audit/server/audit.ts';
import { once } from '../../db/server/once.ts';
import { accessMail } from './access.ts';
import { endRest } from './mail-server.ts';
import { mail, mailAttempt } from './schema.ts';
import { mailQueue } from './send-mail.ts';

export const retryForm = v.object({
	key: v.pipe(v.string(), v.uuid()),
	/** One mail; all that have not arrived if left out. */
	mail: v.optional(v.pipe(v.string(), v.uuid())),
});

/** Says where these people are reached now: the platform keeps no addresses of its own. */
export type Reach = (
	ctx: Ctx,
	ids: readonly string[],
) => Promise<readonly { id: string; email: string | null }[]>;

/**
 * Tries mails again at once, at the address that each person has now: after a correction, or when the mail server works
 * again. A mail that is under way at this moment stays as it is.
 * @returns how many
 */
export async function retryMails(
	ctx: Ctx,
	wish: v.InferOutput<typeof retryForm>,
	reach: Reach,
): Promise<number> {
	const me = accessMail(ctx, 'retry');
	const { result } = await once(ctx, wish.key, 'mail.retry', async () => {
		const letters = await ctx.tx
			.select({ id: mail.id, accountId: mail.accountId, recipient: mail.recipient })
			.from(mail)
			.where(and(unsent(ctx), wish.mail ? eq(mail.id, wish.mail) : undefined, notHeld(ctx)))
			.for('update', { skipLocked: true });
		if (letters.length === 0) return '0';
		const accounts = letters.map(({ accountId }) => accountId).filter((id) => id !== null);
		const now = new Map((await reach(ctx, accounts)).map(({ id, email }) => [id, email]));
		const again = letters.map((letter) => ({
			...letter,
			recipient: now.get(letter.accountId ?? '') ?? letter.recipient,
		}));
		for (let start = 0; start < again.length; start += 1000) {
			await sendTo(ctx, again.slice(start, start + 1000), 'asked_again', me.accountId);
		}
		await endRest(ctx.tx, 'try');
		await ctx.send(mailQueue, [{}]);
		await audit(ctx, 'mail.retried', wish.mail ?? null, { mails: again.length });
		return String(again.length);
	});
	return Number(result ?? 0);
}

/**
 * Follows people whose addresses changed: mails to them that have not arrived go to the new one, and a refusal of the old
 * one is no matter anymore. Whoever changes addresses calls it in the same transaction.
 * @param moved accounts and their new addresses; without an address, mails stay as they are
 */
export async function readdressMails(
	ctx: Ctx,
	moved: readonly { readonly accountId: string; readonly email: string | null }[],
): Promise<void> {
	const known = moved.filter(({ email }) => email !== null);
	if (known.length === 0) return;
	// Only mails that really go elsewhere are locked: others may just be on their way.
	const { rows: changed } = await ctx.tx.execute<{ id: string; recipient: string }>(sql`
		select m.id, p.email as recipient
		from unnest(${sql.param(known.map(({ accountId }) => accountId))}::uuid[],
			${sql.param(known.map(({ email }) => email))}::text[]) as p (id, email)
		join mail m on m.org_id = ${ctx.org.id} and m.account_id = p.id and m.recipient <> p.email
		where m.sent_at is null and m.body is not null
		for update of m`);
	if (changed.length === 0) return;
	const by = ctx.actor.kind === 'person' ? ctx.actor.accountId : null;
	await sendTo(ctx, changed, 'readdressed', by);
	await ctx.send(mailQueue, [{}]);
}

async function sendTo(
	ctx: Ctx,
	letters: readonly { id: string; recipient: string }[],
	outcome: 'asked_again' | 'readdressed',
	by: string | null,
): Promise<void> {
	await ctx.tx.insert(mailAttempt).values(
		letters.map(({ id, recipient }) => ({
			orgId: ctx.org.id,
			id: uuidv7(),
			mailId: id,
			at: ctx.now,
			outcome,
			recipient,
			by,
		})),
	);
	const ids = letters.map(({ id }) => id);
	await ctx.tx
		.update(mail)
		.set({ failedAt: null, failure: null, nextTryAt: null, tries: 0 })
		.where(and(eq(mail.orgId, ctx.org.id), inArray(mail.id, ids)));
	for (const { id, recipient } of letters) {
		await ctx.tx
			.update(mail)
			.set({ recipient })
			.where(and(eq(mail.orgId, ctx.org.id), eq(mail.id, id), ne(mail.recipient, recipient)));
	}
}

const unsent = (ctx: Ctx) => and(eq(mail.orgId, ctx.org.id), isNull(mail.sentAt), isNotNull(mail.body));

const notHeld = (ctx: Ctx) => or(isNull(mail.heldUntil), sql`${mail.heldUntil} < ${ctx.now.toISOString()}`);
