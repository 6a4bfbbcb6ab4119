import { chooseByLink, openMailLink } from '#lib/platform/mail/server/choose-mail.ts';
import type { Actions, PageServerLoad } from './$types';

/** Opening the link changes nothing: mail scanners open links too. */
export const load: PageServerLoad = async ({ locals, params }) => ({
	wish: await locals.act((ctx) => openMailLink(ctx, params.token)),
});

/**
 * Also what mail programs send for their own button: `List-Unsubscribe=One-Click` (RFC 8058), without a cookie. It is
 * answered here and not redirected, as section 3.1 of it wants.
 */
export const actions: Actions = {
	async default({ locals, params, request }) {
		const again = (await request.formData()).get('wanted') === 'yes';
		await locals.act((ctx) => chooseByLink(ctx, params.token, again));
	},
};
