import { Socket } from 'node:net';
import { format } from 'node:util';
import { afterEach, beforeEach } from 'vitest';

/**
 * For every test file: silence and solitude are asserted. What is said by `console.error` or `console.warn` fails the
 * test (a test that expects words spies on them), and no connection leaves this machine.
 */

let said: string[] = [];

beforeEach(() => {
	said = [];
	for (const level of ['error', 'warn'] as const) {
		console[level] = (...words: unknown[]) => void said.push(`console.${level}: ${format(...words)}`);
	}
});

afterEach(() => {
	if (said.length > 0) throw new Error(`The test was not silent:\n${said.join('\n')}`);
});

const database = process.env.TEST_DATABASE_URL && new URL(process.env.TEST_DATABASE_URL).hostname;
const here = new Set([undefined, '', 'localhost', '127.0.0.1', '::1', '[::1]', database]);
const connect = Object.getOwnPropertyDescriptor(Socket.prototype, 'connect')?.value as (
	...to: unknown[]
) => Socket;

Socket.prototype.connect = function (this: Socket, ...to: unknown[]): Socket {
	const host = hostOf(to);
	if (!here.has(host)) throw new Error(`A test may not reach ${host}: only this machine.`);
	return connect.apply(this, to);
} as Socket['connect'];

/** `connect(options)`, `connect(port, host)`, `connect(path)`, or Node's own array of these. */
function hostOf([first, second]: unknown[]): string | undefined {
	if (Array.isArray(first)) return hostOf(first);
	if (typeof first === 'object' && first !== null) return (first as { host?: string }).host ?? undefined;
	return typeof second === 'string' && Number.isInteger(Number(first)) ? second : undefined;
}
