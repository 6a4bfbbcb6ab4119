import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * The people of a bench, in a process of their own: each stream sends its requests one after the other over one kept
 * connection, without think time. Told what to do by its parent, answers once, ends.
 */
export interface Ask {
	readonly path: string;
	readonly cookie?: string;
	/** Of a posted form, without its key: each time it is sent, the key is a new one. */
	readonly form?: string;
	/** A file with its form, sent as it is. */
	readonly upload?: { readonly type: string; readonly body: string };
}

export interface Plan {
	readonly port: number;
	readonly streams: readonly (readonly Ask[])[];
	/** Begins again at the end of a stream until the time is over. Without it, each stream is sent once. */
	readonly seconds?: number;
	/** How long each looks at an answer before the next request. Without it, not at all. */
	readonly pauseMs?: number;
}

export interface Outcome {
	readonly seconds: number;
	/** Milliseconds of each request that was answered with 2xx or 3xx. */
	readonly times: readonly number[];
	/** How many were answered otherwise, by status; 0 is no answer at all. */
	readonly refused: Readonly<Record<number, number>>;
	readonly bytes: number;
}

if (process.send) process.once('message', (plan: Plan) => void carryOut(plan).then(answer));

function answer(outcome: Outcome): void {
	process.send?.(outcome, () => process.disconnect());
}

async function carryOut(plan: Plan): Promise<Outcome> {
	const times: number[] = [];
	const refused: Record<number, number> = {};
	let bytes = 0;
	const start = performance.now();
	const end = plan.seconds === undefined ? Infinity : start + plan.seconds * 1000;
	await Promise.all(
		plan.streams.map(async (asks) => {
			const agent = new Agent({ keepAlive: true, maxSockets: 1 });
			do {
				for (const ask of asks) {
					if (performance.now() >= end) break;
					const sent = performance.now();
					const { status, size } = await send(plan.port, agent, ask).catch(() => ({ status: 0, size: 0 }));
					bytes += size;
					if (status >= 200 && status < 400) times.push(performance.now() - sent);
					else refused[status] = (refused[status] ?? 0) + 1;
					if (plan.pauseMs) await sleep(plan.pauseMs);
				}
			} while (end !== Infinity && performance.now() < end);
			agent.destroy();
		}),
	);
	return { seconds: (performance.now() - start) / 1000, times, refused, bytes };
}

function send(port: number, agent: Agent, ask: Ask): Promise<{ status: number; size: number }> {
	const upload = ask.upload ?? formOf(ask);
	const headers: Record<string, string | number> = { host: `localhost:${port}`, accept: 'text/html' };
	if (ask.cookie) headers.cookie = ask.cookie;
	if (upload) {
		headers.origin = `http://localhost:${port}`;
		headers['content-type'] = upload.type;
		headers['content-length'] = Buffer.byteLength(upload.body);
	}
	return new Promise((done, fail) => {
		const method = upload ? 'POST' : 'GET';
		const sent = request({ host: '127.0.0.1', port, agent, method, path: ask.path, headers }, (response) => {
			let size = 0;
			response.on('data', (part: Buffer) => (size += part.length));
			response.once('end', () => done({ status: response.statusCode ?? 0, size }));
			response.once('error', fail);
		});
		sent.once('error', fail);
		sent.end(upload?.body);
	});
}

function formOf({ form }: Ask): Ask['upload'] {
	if (form === undefined) return undefined;
	return { type: 'application/x-www-form-urlencoded', body: `key=${randomUUID()}${form && `&${form}`}` };
}
