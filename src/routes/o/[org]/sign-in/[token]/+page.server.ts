import { redirect } from '@sveltejs/kit';
import { startSession } from '#lib/platform/auth/server/session.ts';
import { linkIsGood, redeemSignInLink } from '#lib/platform/auth/server/sign-in-link.ts';
import { notFound } from '#lib/platform/errors/errors.ts';
import { deviceOf } from '../../../../../server/device.ts';
import { setSessionCookie, signedInPath } from '../../../../../server/session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

/** Opening the link uses nothing up: mail scanners open links too. */
export const load: PageServerLoad = async ({ locals, params }) => {
	return { good: await locals.act((ctx) => linkIsGood(ctx, params.token)) };
};

export const actions: Actions = {
	async default({ locals, params, request, cookies, url }) {
		const { org } = locals;
		if (!org) throw notFound();
		const { token, expiresAt } = await locals.act(async (ctx) => {
			const account = await redeemSignInLink(ctx, params.token);
			return startSession(ctx, account, deviceOf(request.headers));
		});
		setSessionCookie(cookies, org, url, token, expiresAt);
		redirect(303, signedInPath(org));
	},
};
