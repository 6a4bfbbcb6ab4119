import { ownName } from '#lib/people/server/find-person.ts';
import { listSessions } from '#lib/platform/auth/server/session.ts';
import { mailChoices } from '#lib/platform/mail/server/choose-mail.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
	locals.act(async (ctx) => ({
		name: await ownName(ctx),
		sessions: await listSessions(ctx),
		mails: await mailChoices(ctx),
	}));
