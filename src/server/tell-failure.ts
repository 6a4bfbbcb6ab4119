import { ConfigError } from '../lib/platform/config/read-config.ts';
import { describeError, isQueryError, type Log } from '../lib/platform/log/log.ts';

/**
 * Says on the terminal why Upstander does not start. Where the reason was foreseen, its own words suffice; anything
 * else also goes to the log with its stack. Values that a query carried are never printed.
 */
export function tellFailure(error: unknown, log: Log): void {
	if (error instanceof ConfigError || isForeseen(error)) return console.error(error.message);
	console.error(`Upstander could not start: ${wordsOf(error)}`);
	log.error({ err: error }, 'the start failed');
}

/** By name, since the built app carries copies of its own of every class. */
function isForeseen(error: unknown): error is Error {
	return (
		error instanceof Error &&
		['InstanceRunningError', 'OperatorError', 'UnsafeRoleError'].includes(error.name)
	);
}

const reasons: Record<string, string> = {
	ECONNREFUSED: 'nothing answers at the address in DATABASE_URL or DATABASE_OWNER_URL',
	ENOTFOUND: 'the host in DATABASE_URL or DATABASE_OWNER_URL is not known',
	ETIMEDOUT: 'the host in DATABASE_URL or DATABASE_OWNER_URL does not answer',
	'28P01': 'the server refuses the user or the password in DATABASE_URL or DATABASE_OWNER_URL',
	'28000': 'the server refuses the user or the password in DATABASE_URL or DATABASE_OWNER_URL',
	'3D000': 'the database in DATABASE_URL or DATABASE_OWNER_URL does not exist',
	ENOSPC: 'the disk is full',
	'53100': 'the disk of the database is full',
};

function wordsOf(error: unknown): string {
	const code = String((error as { code?: unknown } | null)?.code ?? '');
	const reason = reasons[code];
	if (reason) return `${reason} (${code}).`;
	if (!(error instanceof Error)) return 'an error without words';
	if (isQueryError(error)) return error.cause ? wordsOf(error.cause) : 'a query failed';
	return error.message || String(describeError(error).type);
}
