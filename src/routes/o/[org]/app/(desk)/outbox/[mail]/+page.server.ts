import { openOutboxMail } from '#lib/platform/mail/server/outbox.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { recipient, subject, body } = await locals.act((ctx) => openOutboxMail(ctx, params.mail));
	return { mail: { recipient, subject, body } };
};
