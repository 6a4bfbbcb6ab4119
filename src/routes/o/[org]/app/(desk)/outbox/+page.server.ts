import { listOutbox } from '#lib/platform/mail/server/outbox.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ mails: await locals.act(listOutbox) });
