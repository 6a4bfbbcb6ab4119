import { fail, redirect } from '@sveltejs/kit';
import { startWithCode } from '#lib/people/server/choose-pin.ts';
import { findTablet } from '#lib/platform/auth/server/shared-tablet.ts';
import { lookAtLink } from '#lib/platform/auth/server/sign-in-link.ts';
import { notFound } from '#lib/platform/errors/errors.ts';
import { setSessionCookie, signedInPath, tabletCookie } from '../../../../../server/session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

/**
 * Where the QR code of a card leads: on a shared tablet to choosing a PIN, on any other device to signing in there.
 * Only here does a browser say whether it is a shared tablet.
 */
export const load: PageServerLoad = async ({ locals, params, cookies, url }) => {
	const [tablet, link] = await locals.act(async (ctx) => [
		await findTablet(ctx, cookies.get(tabletCookie)),
		await lookAtLink(ctx, params.code),
	]);
	if (!tablet) redirect(303, `/o/${params.org}/sign-in/${encodeURIComponent(params.code)}${url.search}`);
	return { good: link !== undefined && link.purpose !== 'mail' };
};

export const actions: Actions = {
	async default({ locals, params, request, cookies, url }) {
		const { org } = locals;
		if (!org) throw notFound();
		const data = await request.formData();
		const wish = { pin: String(data.get('pin') ?? ''), again: String(data.get('again') ?? '') };
		const outcome = await locals.act((ctx) =>
			startWithCode(ctx, cookies.get(tabletCookie), params.code, wish),
		);
		if ('problem' in outcome) return fail(400, { problem: outcome.problem });
		setSessionCookie(cookies, org, url, outcome.session.token, undefined);
		redirect(303, signedInPath(org));
	},
};
