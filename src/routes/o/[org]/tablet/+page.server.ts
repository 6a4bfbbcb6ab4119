import { fail, redirect } from '@sveltejs/kit';
import { signInByBadge } from '#lib/people/server/badge-sign-in.ts';
import { findTablet } from '#lib/platform/auth/server/shared-tablet.ts';
import type { PinOutcome } from '#lib/platform/auth/server/try-pin.ts';
import { readStartCode } from '#lib/platform/auth/start-code.ts';
import { tabletIdleMinutes } from '#lib/platform/auth/tablet-session.ts';
import { notFound } from '#lib/platform/errors/errors.ts';
import {
	setSessionCookie,
	setTabletCookie,
	signedInPath,
	tabletCookie,
	tabletPath,
} from '../../../../server/session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

/** The badge form of a shared tablet. Everywhere else it says what it is, and asks nothing. */
export const load: PageServerLoad = async ({ locals, cookies, url }) => {
	const tablet = await locals.act((ctx) => findTablet(ctx, cookies.get(tabletCookie)));
	const typed = url.searchParams.get('code');
	const code = typed === null ? undefined : readStartCode(typed);
	if (tablet && locals.org && code) redirect(303, `${tabletPath(locals.org)}/${code}?lang=${locals.locale}`);
	return {
		tablet: tablet ? { name: tablet.name } : null,
		minutes: tabletIdleMinutes,
		wrongCode: typed !== null && !code,
	};
};

export const actions: Actions = {
	async default({ locals, request, cookies, url }) {
		const { org } = locals;
		if (!org) throw notFound();
		const data = await request.formData();
		const typed = { number: String(data.get('number') ?? ''), pin: String(data.get('pin') ?? '') };
		const token = cookies.get(tabletCookie);
		const outcome = await locals.act((ctx) => signInByBadge(ctx, token, typed));
		if ('refused' in outcome) return fail(outcome.refused === 'wrong' ? 400 : 429, refusal(outcome));
		setTabletCookie(cookies, org, url, token ?? '');
		setSessionCookie(cookies, org, url, outcome.session.token, undefined);
		redirect(303, signedInPath(org));
	},
};

/** Why one was not signed in, as the page says it. */
function refusal(outcome: Extract<PinOutcome, { refused: string }>): {
	refused: 'wrong' | 'wait' | 'locked';
	minutes: number;
} {
	if (outcome.refused === 'wrong') return { refused: 'wrong', minutes: 0 };
	return { refused: outcome.locked ? 'locked' : 'wait', minutes: outcome.minutes };
}
