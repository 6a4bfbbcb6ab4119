import { randomInt } from 'node:crypto';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../lib/platform/config/project-root.ts';
import { ConfigError, readConfig, type Config } from '../lib/platform/config/read-config.ts';
import { InstanceRunningError } from '../lib/platform/db/instance-lock.ts';
import { startPrivatePostgres, type PrivatePostgres } from '../lib/platform/db/private-postgres.ts';
import { migrateDatabase } from '../lib/platform/db/server/migrate.ts';
import { openLog, type Log } from '../lib/platform/log/log.ts';
import { handOver, takeOver } from './handover.ts';
import { buildIfNeeded } from './build-if-needed.ts';
import { createSite, listen, type Site } from './site.ts';

/** Without this the adapter believes that every request came over https, and refuses forms on plain http. */
process.env.PROTOCOL_HEADER = 'x-upstander-proto';
process.env.BODY_SIZE_LIMIT = '6M';

/** How long a stop waits for requests in flight. */
const patienceMs = 30_000;

/**
 * Starts Upstander and returns when it serves. In order: settings, a page that answers at once, then side by side
 * the build and the database, the schema, and the app itself.
 */
export async function start(environment: Record<string, string | undefined>): Promise<void> {
	let config: Config;
	try {
		config = readConfig(environment);
	} catch (error) {
		if (!(error instanceof ConfigError)) throw error;
		console.error(error.message);
		process.exit(1);
	}
	const log = openLog(config.LOG_LEVEL);
	const site = createSite(config, log);
	let postgres: PrivatePostgres | undefined;
	let server: Server | undefined;
	const stop = stopInOrder(log, () => ({ server, postgres }));
	process.on('SIGTERM', () => void stop(0));
	process.on('SIGINT', () => void stop(0));
	try {
		postgres = await openPostgres(config, log);
		server = await listen(site.server, config);
		const building = buildIfNeeded(log);
		const urls = postgres ?? { appUrl: config.DATABASE_URL ?? '', ownerUrl: config.DATABASE_OWNER_URL };
		if (urls.ownerUrl) await migrateDatabase(urls.ownerUrl, urls.appUrl);
		await building;
		const setupCode = String(randomInt(100_000_000)).padStart(8, '0');
		handOver({ config, databaseUrl: urls.appUrl, setupCode, log });
		const handler = pathToFileURL(join(projectRoot, 'build', 'handler.js')).href;
		await site.serve(((await import(handler)) as { handler: Site['handler'] }).handler);
		announce(site, setupCode);
	} catch (error) {
		const expected = error instanceof InstanceRunningError || (error as Error).name === 'UnsafeRoleError';
		console.error(expected ? (error as Error).message : error);
		await stop(1);
	}
}

async function openPostgres(config: Config, log: Log): Promise<PrivatePostgres | undefined> {
	if (config.DATABASE_URL) return undefined;
	return startPrivatePostgres(config.DATA_DIR, (message) => log.warn(message));
}

function announce(site: Site, setupCode: string): void {
	console.log(`\nUpstander is ready: ${site.address()}\n`);
	if (takeOver().isEmpty) {
		console.log(`Set it up from this machine, or from another one with the code ${setupCode}.\n`);
	}
}

/** Stops accepting, finishes what is in flight, then the jobs, then the database. */
function stopInOrder(log: Log, parts: () => { server?: Server; postgres?: PrivatePostgres }) {
	let stopping = false;
	return async (code: number) => {
		if (stopping) process.exit(1); // asked twice: now
		stopping = true;
		setTimeout(() => process.exit(1), patienceMs + 15_000).unref();
		const { server, postgres } = parts();
		try {
			if (server?.listening) await closeServer(server);
			await takeOver().close?.();
			await postgres?.stop();
		} catch (error) {
			log.error({ err: error }, 'stopping did not go as planned');
			code = 1;
		}
		process.exit(code);
	};
}

function closeServer(server: Server): Promise<void> {
	return new Promise((done) => {
		const force = setTimeout(() => server.closeAllConnections(), patienceMs);
		server.close(() => {
			clearTimeout(force);
			done();
		});
		server.closeIdleConnections();
	});
}
