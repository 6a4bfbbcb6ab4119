import { ownPinSince } from '#lib/people/server/choose-pin.ts';
import { ownName } from '#lib/people/server/find-person.ts';
import { listPasskeys } from '#lib/platform/auth/server/passkey.ts';
import { listSessions } from '#lib/platform/auth/server/session.ts';
import { mailChoices } from '#lib/platform/mail/server/choose-mail.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
	locals.act(async (ctx) => ({
		name: await ownName(ctx),
		sessions: await listSessions(ctx),
		mails: await mailChoices(ctx),
		passkeys: await listPasskeys(ctx),
		pinSince: await ownPinSince(ctx),
	}));
