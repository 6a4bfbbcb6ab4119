import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../lib/platform/config/project-root.ts';
import { readConfig, type Config } from '../lib/platform/config/read-config.ts';
import {
	lockDataFolder,
	startPrivatePostgres,
	type PrivatePostgres,
} from '../lib/platform/db/private-postgres.ts';
import { checkSchema, migrateDatabase } from '../lib/platform/db/server/migrate.ts';
import { openLog, type Log } from '../lib/platform/log/log.ts';
import { handOver, takeOver } from './handover.ts';
import { buildIfNeeded } from './build-if-needed.ts';
import { createSite, listen, type Site } from './site.ts';
import { outliveNoParent } from './outlive-no-parent.ts';
import { stopInOrder } from './stop-in-order.ts';
import { tellFailure } from './tell-failure.ts';

/** Without this the adapter believes that every request came over https, and refuses forms on plain http. */
process.env.PROTOCOL_HEADER = 'x-upstander-proto';
process.env.BODY_SIZE_LIMIT = '6M';

/**
 * Starts Upstander and returns when it serves. In order: settings, the lock on the data folder, a page that answers
 * at once, then side by side the build and the database with its schema, and the app itself.
 */
export async function start(environment: Record<string, string | undefined>): Promise<void> {
	const config = settings(environment);
	const log = openLog(config.LOG_LEVEL);
	const site = createSite(config, log);
	let postgres: Promise<PrivatePostgres | undefined> | undefined;
	const stopping = stopInOrder(log, () => ({ server: site.server, postgres }));
	const { signal } = stopping;
	outliveNoParent(environment, () => void stopping.stop(0));
	try {
		const lock = config.DATABASE_URL ? undefined : await lockDataFolder(config.DATA_DIR);
		await listen(site.server, config);
		const onTrouble = (message: string) => log.warn(message);
		const opened = lock ? startPrivatePostgres(config.DATA_DIR, onTrouble, { lock, signal }) : undefined;
		postgres = opened ?? Promise.resolve(undefined);
		const [databaseUrl] = await Promise.all([prepared(config, postgres), buildIfNeeded(log, signal)]);
		signal.throwIfAborted();
		await serve(site, config, databaseUrl, log);
	} catch (error) {
		if (signal.aborted) return; // the stop goes on by itself and ends the process
		tellFailure(error, log);
		await stopping.stop(1);
	}
}

function settings(environment: Record<string, string | undefined>): Config {
	try {
		return readConfig(environment);
	} catch (error) {
		tellFailure(error, openLog('error'));
		process.exit(1);
	}
}

/** Brings the schema up to date. @returns the address for the role that serves pages */
async function prepared(config: Config, postgres: Promise<PrivatePostgres | undefined>): Promise<string> {
	const urls = (await postgres) ?? { appUrl: config.DATABASE_URL ?? '', ownerUrl: config.DATABASE_OWNER_URL };
	if (urls.ownerUrl) await migrateDatabase(urls.ownerUrl, urls.appUrl);
	else await checkSchema(urls.appUrl);
	return urls.appUrl;
}

async function serve(site: Site, config: Config, databaseUrl: string, log: Log): Promise<void> {
	const setupCode = String(randomInt(100_000_000)).padStart(8, '0');
	handOver({ config, databaseUrl, setupCode, log });
	const handler = pathToFileURL(join(projectRoot, 'build', 'handler.js')).href;
	await site.serve(((await import(handler)) as { handler: Site['handler'] }).handler);
	console.log(`\nUpstander is ready: ${site.address()}\n`);
	if (config.PUBLIC_URL) console.log(`People reach it at ${config.PUBLIC_URL}\n`);
	if (takeOver().isEmpty) {
		console.log(`Set it up from this machine, or from another one with the code ${setupCode}.\n`);
	}
}
