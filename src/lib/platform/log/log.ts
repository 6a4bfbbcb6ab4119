import pino, { type Logger } from 'pino';

export type Log = Logger;

/**
 * The log: JSON lines without personal data. Requests are named by their route, never by their address or
 * query; errors keep message and stack; PostgreSQL's `detail`, which quotes rows, is left out.
 */
export function openLog(level: string): Log {
	return pino({
		level,
		base: undefined,
		timestamp: pino.stdTimeFunctions.isoTime,
		serializers: { err: describeError },
	});
}

/** What of an error may be written down. Query errors carry the values of the row; those stay out. */
export function describeError(error: unknown): Record<string, unknown> {
	if (!(error instanceof Error)) return { type: typeof error };
	const cause = error.cause instanceof Error ? { cause: describeError(error.cause) } : {};
	const { code, constraint, table } = error as { code?: string; constraint?: string; table?: string };
	const message = isQueryError(error) ? 'a query failed' : quiet(error.message);
	return { type: error.name, message, code, constraint, table, stack: frames(error), ...cause };
}

/** Drizzle's error holds the statement and its values in the message, and bears no name of its own. */
export function isQueryError(error: unknown): boolean {
	return error instanceof Error && ('params' in error || error.message.startsWith('Failed query:'));
}

/** The stack without the message before it, which may run over several lines. */
function frames({ stack = '', message }: Error): string {
	const after = stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : stack;
	return after
		.split('\n')
		.filter((line) => line.trimStart().startsWith('at '))
		.slice(0, 12)
		.join('\n');
}

/** Messages of libraries may quote what they choked on. */
function quiet(message: string): string {
	return message.replace(/"[^"]*"|'[^']*'/g, '"…"').slice(0, 300);
}
