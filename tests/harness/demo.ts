import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Builds the demo organization by its form, or finds it, and waits until it stands.
 * @param url where the app answers
 * @returns its door, such as `/o/aldervale-care`
 */
export async function openDemo(url: string, patienceMs = 120_000): Promise<string> {
	const headers = { origin: url, accept: 'text/html' };
	const ask = (method: string, body?: URLSearchParams) =>
		fetch(`${url}/demo`, { method, headers, redirect: 'manual', ...(body && { body }) });
	let answer = await ask('POST', new URLSearchParams({ demo: 'yes' }));
	for (const end = performance.now() + patienceMs; performance.now() < end; answer = await ask('GET')) {
		const { pathname } = new URL(answer.headers.get('location') ?? '/demo', url);
		if (pathname.startsWith('/o/')) return pathname;
		if (answer.status >= 400 || pathname !== '/demo') break;
		await sleep(50);
	}
	throw new Error(`The demo was not built: ${answer.status}, ${answer.headers.get('location')}`);
}
