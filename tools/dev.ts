import { randomInt } from 'node:crypto';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { createServer, type ViteDevServer } from 'vite';
import { projectRoot } from '../src/lib/platform/config/project-root.ts';
import { ConfigError, readConfig, type Config } from '../src/lib/platform/config/read-config.ts';
import { InstanceRunningError } from '../src/lib/platform/db/instance-lock.ts';
import { startPrivatePostgres, type PrivatePostgres } from '../src/lib/platform/db/private-postgres.ts';
import { migrateDatabase } from '../src/lib/platform/db/server/migrate.ts';
import { openLog } from '../src/lib/platform/log/log.ts';
import { handOver, takeOver } from '../src/server/handover.ts';
import { buildSpeakUpScript } from './build.ts';
import { compileMessages } from './compile-messages.ts';
import { syncKit } from './sync-kit.ts';

/**
 * `npm run dev`: the app from its sources, reloading as they change. The same settings, data folder and order of
 * starting as `npm start`, with Vite in this process in place of the build.
 */
let postgres: PrivatePostgres | undefined;
let vite: ViteDevServer | undefined;
let stopping = false;
process.chdir(projectRoot);
process.on('SIGTERM', () => void stop(0));
process.on('SIGINT', () => void stop(0));
try {
	await run(readConfig(process.env));
} catch (error) {
	const expected = error instanceof ConfigError || error instanceof InstanceRunningError;
	console.error(expected ? error.message : error);
	await stop(1);
}

async function run(config: Config): Promise<void> {
	const log = openLog(config.LOG_LEVEL);
	await compileMessages();
	await syncKit();
	await buildSpeakUpScript();
	if (!config.DATABASE_URL) {
		postgres = await startPrivatePostgres(config.DATA_DIR, (message) => log.warn(message));
	}
	const urls = postgres ?? { appUrl: config.DATABASE_URL ?? '', ownerUrl: config.DATABASE_OWNER_URL };
	if (urls.ownerUrl) await migrateDatabase(urls.ownerUrl, urls.appUrl);
	const setupCode = String(randomInt(100_000_000)).padStart(8, '0');
	handOver({ config, databaseUrl: urls.appUrl, setupCode, log });
	// What we compile, we announce once, instead of Vite once for each of its files.
	const ignored = ['**/src/lib/paraglide/**', '**/static/speak-up/**', '**/build/**', '**/data/**'];
	vite = await createServer({ server: { port: config.PORT ?? 5173, host: config.HOST, watch: { ignored } } });
	await vite.listen();
	vite.printUrls();
	console.log(`  The code for setting up is ${setupCode}.`);
	followChanges();
}

/** What Vite does not compile itself, we compile again when it changes. */
function followChanges(): void {
	const lib = join(projectRoot, 'src/lib');
	let waiting: NodeJS.Timeout | undefined;
	watch(lib, { recursive: true }, (_event, name) => {
		const file = (name ?? '').replaceAll('\\', '/');
		const words = /^(?!paraglide\/)[^/]+\/messages\/\w+\.json$/.test(file);
		const script = /^(speakup|platform\/sealing)\/[^/]+\.ts$/.test(file);
		if (!words && !script) return;
		clearTimeout(waiting);
		waiting = setTimeout(() => {
			const again = words ? compileMessages() : buildSpeakUpScript();
			again.then(reload).catch((error: unknown) => console.error(error));
		}, 100);
	});
}

function reload(): void {
	for (const environment of Object.values(vite?.environments ?? {})) environment.moduleGraph.invalidateAll();
	vite?.ws.send({ type: 'full-reload' });
	console.log('  Compiled again; pages load anew.');
}

/** The pages first, then jobs and connections, then the database. */
async function stop(code: number): Promise<void> {
	if (stopping) process.exit(1); // asked twice: now
	stopping = true;
	try {
		await vite?.close();
		await takeOver().close?.();
		await postgres?.stop();
	} catch (error) {
		console.error(error);
		code = 1;
	}
	process.exit(code);
}
