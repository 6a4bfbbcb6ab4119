import type { Cookies } from '@sveltejs/kit';
import { tabletToken } from '../lib/platform/auth/tablet-session.ts';
import type { Org } from '../lib/platform/context.ts';

export const sessionCookie = 'upstander';
export const tabletCookie = 'upstander-tablet';

/**
 * The path that the cookie is limited to: the signed-in pages alone. A browser sends it neither to another
 * organization nor to `/o/<slug>/speak-up`, with or without JavaScript.
 */
export const signedInPath = (org: Pick<Org, 'slug'>) => `/o/${org.slug}/app`;

/** Where a shared tablet's own cookie is sent: to the badge form, and to no page of anybody. */
export const tabletPath = (org: Pick<Org, 'slug'>) => `/o/${org.slug}/tablet`;

/** @param expires without it, the cookie goes when the browser is closed: on a device that others use */
export function setSessionCookie(
	cookies: Cookies,
	org: Org,
	url: URL,
	token: string,
	expires: Date | undefined,
): void {
	cookies.set(sessionCookie, token, {
		path: signedInPath(org),
		expires,
		httpOnly: true,
		sameSite: 'lax', // the link in a mail must find its reader signed in
		secure: url.protocol === 'https:',
	});
}

export function clearSessionCookie(cookies: Cookies, org: Org): void {
	cookies.delete(sessionCookie, { path: signedInPath(org) });
}

/** On a shared tablet, in place of somebody's session: whoever comes next is led to the badge form, not to a mail link. */
export function leaveTabletMark(cookies: Cookies, org: Org, url: URL): void {
	setSessionCookie(cookies, org, url, tabletToken(''), undefined);
}

/** The longest that browsers keep a cookie (RFC 6265bis); a tablet that is used renews it. */
const tabletDays = 400;

export function setTabletCookie(cookies: Cookies, org: Org, url: URL, token: string): void {
	cookies.set(tabletCookie, token, {
		path: tabletPath(org),
		maxAge: tabletDays * 24 * 3600,
		httpOnly: true,
		sameSite: 'lax', // a camera that reads a card opens it from outside
		secure: url.protocol === 'https:',
	});
}
