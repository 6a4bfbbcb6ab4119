import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { takeOver } from './handover.ts';

const loopback = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;
const ownName = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;
const forwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/**
 * Whether somebody who sits at this very machine asks. A proxy on the same machine also calls from loopback, so a
 * request that was passed on does not count, nor one under another name (a page elsewhere can point a name at us).
 * Some proxies leave no trace by themselves: where the settings speak of one, or the request came as HTTP/1.0 (which
 * nginx speaks to what stands behind it, and no browser does), nobody is taken to be here.
 */
export function mayRunFirst(request: IncomingMessage | undefined): boolean {
	if (!request) return false;
	const { config } = takeOver();
	if (config?.TRUST_PROXY || (config?.PUBLIC_URL && !ownName.test(new URL(config.PUBLIC_URL).host)))
		return false;
	if (request.httpVersion === '1.0') return false;
	if (!loopback.test(request.socket.remoteAddress ?? '')) return false;
	if (!ownName.test(request.headers.host ?? '')) return false;
	return forwarded.every((header) => request.headers[header] === undefined);
}

let wrongCodes = 0;

/** Whether this is the code that was printed at start. It is good for setting up only; guessing ends after 20 tries. */
export function codeIsRight(given: unknown): boolean {
	const { setupCode } = takeOver();
	if (typeof given !== 'string' || !setupCode || wrongCodes >= 20) return false;
	const right = Buffer.from(setupCode);
	const tried = Buffer.from(given.replace(/\D/g, ''));
	const same = tried.length === right.length && timingSafeEqual(tried, right);
	if (!same) wrongCodes += 1;
	return same;
}
