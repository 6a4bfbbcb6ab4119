import type { Cookies } from '@sveltejs/kit';
import type { Org } from '#lib/platform/context.ts';

const name = 'upstander-import';
const seconds = 3600;
const path = (org: Pick<Org, 'slug'>) => `/o/${org.slug}/app/people/import`;

/** The key of the sealed file lies with whoever sent it, for an hour, and goes to no other page. */
export function keepFileKey(cookies: Cookies, org: Org, url: URL, importId: string, key: string): void {
	const secure = url.protocol === 'https:';
	cookies.set(name, `${importId}.${key}`, {
		path: path(org),
		maxAge: seconds,
		httpOnly: true,
		sameSite: 'strict',
		secure,
	});
}

export function fileKeyOf(cookies: Cookies, importId: string): string | undefined {
	const [of, key] = cookies.get(name)?.split('.') ?? [];
	return of === importId ? key : undefined;
}

export function forgetFileKey(cookies: Cookies, org: Org): void {
	cookies.delete(name, { path: path(org) });
}
