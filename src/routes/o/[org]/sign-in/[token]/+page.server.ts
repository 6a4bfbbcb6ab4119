import { redirect } from '@sveltejs/kit';
import type { LinkPurpose } from '#lib/platform/auth/server/schema.ts';
import { startSession } from '#lib/platform/auth/server/session.ts';
import { lookAtLink, redeemLink } from '#lib/platform/auth/server/sign-in-link.ts';
import { readStartCode } from '#lib/platform/auth/start-code.ts';
import { notFound } from '#lib/platform/errors/errors.ts';
import { deviceOf } from '../../../../../server/device.ts';
import { setSessionCookie, signedInPath } from '../../../../../server/session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

const ways = { mail: 'link', card: 'card', help: 'help' } as const satisfies Record<LinkPurpose, string>;

/** Opening the link uses nothing up: mail scanners open links too. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const link = await locals.act((ctx) => lookAtLink(ctx, params.token));
	return { good: link !== undefined, code: readStartCode(params.token) !== undefined };
};

export const actions: Actions = {
	async default({ locals, params, request, cookies, url }) {
		const { org } = locals;
		if (!org) throw notFound();
		const { purpose, session } = await locals.act(async (ctx) => {
			const { accountId, purpose } = await redeemLink(ctx, params.token);
			return {
				purpose,
				session: await startSession(ctx, accountId, deviceOf(request.headers), ways[purpose]),
			};
		});
		setSessionCookie(cookies, org, url, session.token, session.expiresAt);
		// Who came with a card has no mail to come with next time.
		redirect(303, signedInPath(org) + (purpose === 'mail' ? '' : '/account/pin'));
	},
};
