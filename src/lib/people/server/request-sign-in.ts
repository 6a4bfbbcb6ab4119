import { m } from '#lib/paraglide/messages.js';
import type { Ctx } from '../../platform/context.ts';
import { createSignInLink } from '../../platform/auth/server/sign-in-link.ts';
import { sendMail } from '../../platform/mail/server/send-mail.ts';
import { findPersonByEmail } from './find-person.ts';

/**
 * Sends a link to whoever uses this address. It answers the same whether somebody does or not, so that nobody can
 * find out who works here.
 * @param address what links begin with
 */
export async function requestSignIn(ctx: Ctx, email: string, address: string): Promise<void> {
	ctx.asked.access = true; // anyone may ask; only the owner of the mailbox learns the answer
	const someone = await findPersonByEmail(ctx, email);
	if (!someone) return;
	const token = await createSignInLink(ctx, someone.id, 'request');
	if (!token) return;
	const locale = { locale: someone.language };
	const link = `${address}/o/${ctx.org.slug}/sign-in/${token}`;
	await sendMail(ctx, {
		kind: 'sign_in',
		accountId: someone.id,
		recipient: email,
		language: someone.language,
		subject: m.mail_sign_in_subject({ org: ctx.org.name }, locale),
		body: m.mail_sign_in_body({ name: someone.calledName, org: ctx.org.name, link }, locale),
	});
}
