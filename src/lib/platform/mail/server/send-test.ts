import type { Ctx, Locale } from '../../context.ts';
import { once } from '../../db/server/once.ts';
import { m } from '#lib/paraglide/messages.js';
import { accessMail } from './access.ts';
import { sendMail } from './send-mail.ts';

/** The words of a mail as others would get it. */
export interface Sample {
	readonly language: Locale;
	readonly subject: string;
	readonly body: string;
}

/**
 * Sends somebody a mail as others would get it, to their own address, marked as a test. To look at one without sending
 * it, show what `renderMail` makes of the same words.
 * @param key of the form
 * @param sample without it: a few words that show that mail works
 */
export async function sendTest(ctx: Ctx, key: string, recipient: string, sample?: Sample): Promise<void> {
	const me = accessMail(ctx, 'test');
	await once(ctx, key, 'mail.test', async () => {
		const language = sample?.language ?? ctx.org.language;
		const locale = { locale: language };
		const words = sample ?? {
			subject: m.mail_works_subject({ org: ctx.org.name }, locale),
			body: m.mail_works_body({ org: ctx.org.name }, locale),
		};
		const subject = sample ? m.mail_test_subject({ subject: words.subject }, locale) : words.subject;
		const letter = { accountId: me.accountId, recipient, language, subject, body: words.body };
		return (await sendMail(ctx, { ...letter, kind: 'test' })) ?? null;
	});
}
