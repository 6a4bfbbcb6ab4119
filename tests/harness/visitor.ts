/** Somebody without a browser: a cookie jar that keeps to paths, forms, and no redirect that is followed unasked. */
export interface Visitor {
	get(path: string): Promise<Response>;
	/** Sends a form as a page of the site would. */
	post(path: string, fields?: Record<string, string | Blob>): Promise<Response>;
	/** From now on sends the cookies of one path to another as well, which no browser does. */
	misuse(from: string, to: string): void;
}

/** @param url where the app answers */
export function visit(url: string): Visitor {
	const jar = new Map<string, { path: string; cookie: string }>();
	async function send(path: string, init: RequestInit): Promise<Response> {
		const cookies = [...jar.values()].filter(
			(kept) => path === kept.path || path.startsWith(`${kept.path}/`),
		);
		const headers = new Headers(init.headers);
		if (cookies.length > 0) headers.set('cookie', cookies.map(({ cookie }) => cookie).join('; '));
		const response = await fetch(url + path, { ...init, headers, redirect: 'manual' });
		for (const set of response.headers.getSetCookie()) {
			const cookie = set.split(';')[0] ?? '';
			const at = /; path=([^;]+)/i.exec(set)?.[1] ?? '/';
			jar.set(at, { path: at, cookie });
		}
		return response;
	}
	return {
		misuse(from, to) {
			const kept = jar.get(from);
			if (!kept) throw new Error(`There is no cookie for ${from}.`);
			jar.set(to, { ...kept, path: to });
		},
		get: (path) => send(path, { headers: { accept: 'text/html' } }),
		post(path, fields = {}) {
			const body = new FormData();
			for (const [name, value] of Object.entries(fields)) body.set(name, value);
			return send(path, { method: 'POST', body, headers: { accept: 'text/html', origin: url } });
		},
	};
}
