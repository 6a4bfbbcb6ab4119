import type { Cookies } from '@sveltejs/kit';
import type { Org } from '../lib/platform/context.ts';

export const sessionCookie = 'upstander';

/**
 * The path that the cookie is limited to: the signed-in pages alone. A browser sends it neither to another
 * organization nor to `/o/<slug>/speak-up`, with or without JavaScript.
 */
export const signedInPath = (org: Pick<Org, 'slug'>) => `/o/${org.slug}/app`;

export function setSessionCookie(cookies: Cookies, org: Org, url: URL, token: string, expires: Date): void {
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
