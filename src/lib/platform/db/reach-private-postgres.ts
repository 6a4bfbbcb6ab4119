import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { InstanceRunningError } from './instance-lock.ts';
import { lockDataFolder, privateUrl, startPrivatePostgres } from './private-postgres.ts';
import { readSecrets } from './private-secrets.ts';
import { OperatorError } from '../errors/operator-error.ts';

export interface ReachedPostgres {
	readonly adminUrl: string;
	readonly appUrl: string;
	/** Whether Upstander runs on it now. */
	readonly wasRunning: boolean;
	/** Stops the server if it was started for us. */
	done(): Promise<void>;
}

/**
 * For tools: the private PostgreSQL of a data folder, over the running Upstander's server or, where none runs, one
 * started for as long as the tool needs it.
 * @throws Error in words when the folder holds no database.
 */
export async function reachPrivatePostgres(dataDir: string): Promise<ReachedPostgres> {
	const home = resolve(dataDir);
	if (!existsSync(join(home, 'postgres', 'PG_VERSION'))) {
		throw new OperatorError(`${home} holds no database. DATA_DIR names the folder that Upstander runs on.`);
	}
	try {
		const lock = await lockDataFolder(home);
		const postgres = await startPrivatePostgres(home, () => {}, { lock });
		const { adminUrl, appUrl } = postgres;
		return { adminUrl, appUrl, wasRunning: false, done: () => postgres.stop() };
	} catch (error) {
		if (!(error instanceof InstanceRunningError)) throw error;
	}
	const secrets = readSecrets(home);
	const port = runningPort(home);
	return {
		adminUrl: privateUrl('admin', secrets, port),
		appUrl: privateUrl('app', secrets, port),
		wasRunning: true,
		done: () => Promise.resolve(),
	};
}

/** Line 4 of postmaster.pid (PostgreSQL manual 66.1, and `pidfile.h` in its source). */
function runningPort(home: string): number {
	const file = join(home, 'postgres', 'postmaster.pid');
	const port = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[3]) : Number.NaN;
	if (Number.isInteger(port) && port > 0) return port;
	throw new OperatorError(
		`Upstander runs on ${home}, but its PostgreSQL is starting or being repaired. Try again in a moment.`,
	);
}
