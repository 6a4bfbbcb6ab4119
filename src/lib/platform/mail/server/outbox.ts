import { and, desc, eq, isNotNull } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import { notFound } from '../../errors/errors.ts';
import { audit } from '../../audit/server/audit.ts';
import { accessByRole } from '../../auth/server/session.ts';
import { mail } from './schema.ts';

export interface OutboxLine {
	readonly id: string;
	readonly recipient: string;
	readonly subject: string;
	readonly createdAt: Date;
}

/** The newest mails that wait, without their words: a mail holds a link that signs its reader in. */
export async function listOutbox(ctx: Ctx): Promise<OutboxLine[]> {
	accessByRole(ctx, ['program_admin']);
	return ctx.tx
		.select({ id: mail.id, recipient: mail.recipient, subject: mail.subject, createdAt: mail.createdAt })
		.from(mail)
		.where(and(eq(mail.orgId, ctx.org.id), isNotNull(mail.body)))
		.orderBy(desc(mail.createdAt))
		.limit(500);
}

/** Opens one waiting mail. That it was opened, and by whom, is kept. */
export async function openOutboxMail(ctx: Ctx, mailId: string): Promise<OutboxLine & { body: string }> {
	accessByRole(ctx, ['program_admin']);
	const [letter] = await ctx.tx
		.select()
		.from(mail)
		.where(and(eq(mail.orgId, ctx.org.id), eq(mail.id, mailId), isNotNull(mail.body)));
	if (!letter) throw notFound();
	await audit(ctx, 'mail.opened', letter.accountId);
	return { ...letter, body: letter.body ?? '' };
}
