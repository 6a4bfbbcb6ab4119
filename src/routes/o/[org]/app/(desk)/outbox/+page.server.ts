import { viewOutbox } from '#lib/platform/mail/server/outbox.ts';
import type { PageServerLoad } from './$types';

/** Mail that has not arrived, and why. */
export const load: PageServerLoad = async ({ locals, url }) => ({
	outbox: await locals.act(viewOutbox),
	/** Mail of a demo never leaves. */
	hasServer: locals.upstander.mailer !== undefined && locals.org?.kind !== 'demo',
	keys: { all: crypto.randomUUID(), test: crypto.randomUUID() },
	told: url.searchParams.has('tested') ? ('tested' as const) : url.searchParams.has('again') ? 'again' : null,
});
