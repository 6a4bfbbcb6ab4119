import { createTransport, type Transporter } from 'nodemailer';
import { and, eq } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import { mail } from './schema.ts';

export interface Mailer {
	/** Hands a mail to the mail server. The id makes a repeated delivery recognizable. */
	deliver(letter: { id: string; to: string; subject: string; text: string; language: string }): Promise<void>;
	close(): void;
}

/** The mail server, or undefined: then mails wait on the outbox page. */
export function openMailer(smtpUrl: string | undefined, from: string): Mailer | undefined {
	if (!smtpUrl) return undefined;
	const transport: Transporter = createTransport(smtpUrl, {
		from,
		disableFileAccess: true,
		disableUrlAccess: true,
	});
	const host = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
	return {
		async deliver({ id, to, subject, text, language }) {
			await transport.sendMail({
				to,
				subject,
				text,
				messageId: `<${id}@${host}>`,
				headers: { 'Content-Language': language, 'Auto-Submitted': 'auto-generated' },
			});
		},
		close: () => transport.close(),
	};
}

/**
 * Delivers one mail and wipes its words. The row is held while the mail server answers, so that no two
 * processes send it; a process that dies between the answer and the commit sends it again, under the same
 * message id.
 */
export async function deliverMail(ctx: Ctx, mailer: Mailer, mailId: string): Promise<void> {
	const where = and(eq(mail.orgId, ctx.org.id), eq(mail.id, mailId));
	const [letter] = await ctx.tx.select().from(mail).where(where).for('update');
	if (!letter || letter.sentAt || letter.body === null) return;
	const { id, recipient: to, subject, body: text, language } = letter;
	await mailer.deliver({ id, to, subject, text, language });
	await ctx.tx.update(mail).set({ sentAt: ctx.now, body: null }).where(where);
}
