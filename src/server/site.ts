import {
	createServer,
	type IncomingMessage,
	type RequestListener,
	type Server,
	type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config } from '../lib/platform/config/read-config.ts';
import type { Log } from '../lib/platform/log/log.ts';
import { handOver, takeOver } from './handover.ts';
import { openMetrics } from './metrics.ts';
import { progressPage } from './progress-page.ts';
import { OperatorError } from '../lib/platform/errors/operator-error.ts';

export interface Site {
	readonly server: Server;
	handler: RequestListener;
	/** From now on pages come from the app. */
	serve(handler: RequestListener): Promise<void>;
	/** Where it answers on this machine. */
	address(): string;
}

/** The HTTP server: health first, then a page that says that Upstander is getting ready, later the app. */
export function createSite(config: Config, log: Log): Site {
	const metrics = config.METRICS_TOKEN ? openMetrics(config.METRICS_TOKEN, log) : undefined;
	handOver({ observe: metrics?.observe });
	const site: Site = {
		server: createServer((request, response) => {
			protocolOf(request, config.TRUST_PROXY);
			letMailProgramsIn(request);
			if (request.url === '/healthz') return answer(response, 200, 'ok');
			if (request.url === '/readyz') return void readiness(response, site.handler !== progressPage);
			if (metrics && request.url === '/metrics') return void metrics.answer(request, response);
			site.handler(request, response);
		}),
		handler: progressPage,
		async serve(handler) {
			site.handler = handler;
		},
		address() {
			const { port } = site.server.address() as AddressInfo;
			return `http://${config.HOST && !isEvery(config.HOST) ? bracket(config.HOST) : 'localhost'}:${port}`;
		},
	};
	site.server.keepAliveTimeout = 65_000; // longer than a proxy's, so that none reuses a connection we just closed
	site.server.on('clientError', (error, socket) => {
		log.debug({ err: error }, 'a request could not be read');
		if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
	});
	return site;
}

/** Says how the person reached us. A header that a stranger sent is never believed. */
function protocolOf(request: IncomingMessage, trustProxy: boolean): void {
	const forwarded = request.headers['x-forwarded-proto'];
	const first = (Array.isArray(forwarded) ? forwarded[0] : forwarded)?.split(',')[0]?.trim();
	request.headers['x-upstander-proto'] = trustProxy && first === 'https' ? 'https' : 'http';
}

/**
 * A mail program that stops mails by one click (RFC 8058) sends a form from no page: without an origin and without a
 * cookie. SvelteKit refuses such forms, so on this one path, where the token in the address is the whole permission,
 * ours is filled in. A form that names an origin is checked as everywhere.
 */
function letMailProgramsIn(request: IncomingMessage): void {
	const { method, url = '', headers } = request;
	if (method !== 'POST' || headers.origin !== undefined || headers.cookie !== undefined) return;
	if (!/^\/o\/[^/?]+\/mail\/[\w-]+$/.test(url)) return;
	headers.origin = `${String(headers['x-upstander-proto'])}://${headers.host ?? ''}`;
}

async function readiness(response: ServerResponse, serving: boolean): Promise<void> {
	const ready = serving && ((await takeOver().answers?.()) ?? false);
	answer(response, ready ? 200 : 503, ready ? 'ready' : 'not ready');
}

function answer(response: ServerResponse, status: number, words: string): void {
	response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
	response.end(`${words}\n`);
}

/** Listens on the wished port, or on the first free one from 3000 on. */
export async function listen(server: Server, config: Config): Promise<Server> {
	const first = config.PORT ?? 3000;
	const last = config.PORT === undefined ? first + 50 : first;
	for (let port = first; ; port += 1) {
		try {
			await new Promise<void>((done, fail) => {
				server.once('error', fail);
				server.listen({ port, host: config.HOST }, () => {
					server.off('error', fail);
					done();
				});
			});
			if (port !== first) console.log(`Port ${first} is taken, so this is port ${port}.`);
			return server;
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || port >= last) {
				throw new OperatorError(`Cannot listen on port ${port}: ${(error as Error).message}`, {
					cause: error,
				});
			}
		}
	}
}

const isEvery = (host: string) => host === '0.0.0.0' || host === '::';
const bracket = (host: string) => (host.includes(':') ? `[${host}]` : host);
