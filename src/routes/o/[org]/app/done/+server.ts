import { revokeSession } from '#lib/platform/auth/server/session.ts';
import { isTabletToken } from '#lib/platform/auth/tablet-session.ts';
import { ExpectedError, notFound } from '#lib/platform/errors/errors.ts';
import { leaveTabletMark, sessionCookie, tabletPath } from '../../../../../server/session-cookie.ts';
import type { RequestHandler } from './$types';

/** Done, on a shared tablet: signed out, back to the badge form, and the browser drops what it kept. */
export const POST: RequestHandler = async ({ locals, cookies, url }) => {
	const { org, actor } = locals;
	if (!org) throw notFound();
	if (actor.kind === 'person') {
		if (!actor.onTablet) throw notFound();
		await locals.act((ctx) => revokeSession(ctx, actor.sessionId));
	} else if (!isTabletToken(cookies.get(sessionCookie))) {
		// Who comes after the session ended by itself is led to the same place; anybody else is asked to sign in.
		throw new ExpectedError('sign_in_required');
	}
	leaveTabletMark(cookies, org, url);
	const location = `${tabletPath(org)}?lang=${locals.locale}`;
	// Not "cookies": the tablet's own one stays.
	return new Response(null, {
		status: 303,
		headers: { location, 'clear-site-data': '"cache", "storage"' },
	});
};
