import { request, type IncomingHttpHeaders } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Answer {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
}

/**
 * One request with exactly the headers given: `fetch` would not send another Host. A form is posted as a browser
 * does, with an Origin that fits the Host.
 */
export function ask(
	port: number,
	path: string,
	wish: { form?: Record<string, string>; headers?: Record<string, string>; slowMs?: number } = {},
): Promise<Answer> {
	const host = wish.headers?.host ?? `localhost:${port}`;
	const body = wish.form && new URLSearchParams(wish.form).toString();
	const asForm = body && {
		'content-type': 'application/x-www-form-urlencoded',
		'content-length': String(Buffer.byteLength(body)),
		origin: `http://${host}`,
	};
	const headers = { connection: 'close', accept: 'text/html', host, ...asForm, ...wish.headers };
	return new Promise((done, fail) => {
		const sent = request(
			{ host: '127.0.0.1', port, path, method: body ? 'POST' : 'GET', headers },
			(response) => {
				let text = '';
				response.on('data', (part: Buffer) => (text += part.toString()));
				response.on('end', () =>
					done({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
				);
				response.on('error', fail);
			},
		);
		sent.on('error', fail);
		if (!wish.slowMs) return void sent.end(body);
		sent.write((body ?? '').slice(0, 5));
		setTimeout(() => sent.end((body ?? '').slice(5)), wish.slowMs);
	});
}

/** What somebody fills in at the first start. */
export const founder = {
	organization: 'Aldervale Care',
	name: 'Dana Whitfield',
	email: 'dana@aldervale.test',
	language: 'en',
};

/** Sets up the first organization. @returns the session's cookie */
export async function setUp(port: number, wish: Partial<typeof founder> = {}): Promise<string> {
	const answer = await ask(port, '/?/setUp', { form: { ...founder, ...wish } });
	if (answer.status !== 303) throw new Error(`Setting up was answered ${answer.status}:\n${answer.body}`);
	return String(answer.headers['set-cookie']).split(';')[0] as string;
}

/** Asks until the answer fits. */
export async function until(what: () => Promise<boolean>, patienceMs = 60_000): Promise<void> {
	for (const end = performance.now() + patienceMs; performance.now() < end; await sleep(50)) {
		if (await what().catch(() => false)) return;
	}
	throw new Error(`It did not come true within ${patienceMs / 1000} s.`);
}

/** Whether the app says that it can serve. */
export const isReady = async (port: number) => (await ask(port, '/readyz')).status === 200;
