import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from '../../src/lib/platform/config/project-root.ts';
import { givenDatabase } from './given-database.ts';
import { temporaryFolder } from './server.ts';

export interface RunningApp {
	/** Where it answers, such as `http://localhost:41234`. */
	readonly url: string;
	readonly port: number;
	readonly dataDir: string;
	readonly processId: number;
	/** Its database, as an administrator who sees through every wall. */
	adminUrl(): string;
	/** What it has written so far, both streams. */
	output(): string;
	/** Stops it as an operator would, and waits. @returns its exit code */
	stop(): Promise<number | null>;
	/** Ends it as a power cut would: at once, unasked. The data folder stays. */
	kill(): Promise<void>;
	/** Stops it if it runs, and removes everything it stored. */
	remove(): Promise<void>;
}

export interface AppWish {
	/** Settings beside those that keep it apart from the machine. */
	readonly env?: Record<string, string>;
	/** Starts on what an earlier app left: its folder, and with TEST_DATABASE_URL its database. */
	readonly on?: Pick<RunningApp, 'dataDir'>;
	/** Without it, any free port. */
	readonly port?: number;
	/** How long the start may take: it may have to build the pages. */
	readonly patienceMs?: number;
}

/** Where the database of an app on a given server stands, by its data folder. */
const databases = new Map<string, Awaited<ReturnType<typeof givenDatabase>>>();

/** What `npm start` runs, without Node itself. */
function startCommand(): string[] {
	const manifest = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
		scripts: { start: string };
	};
	return manifest.scripts.start.split(' ').slice(1);
}

/** Starts the real app, as `npm start` does, in a folder and with a database of its own, and waits until it is ready. */
export async function startApp(wish: AppWish = {}): Promise<RunningApp> {
	const dataDir = wish.on?.dataDir ?? temporaryFolder('app');
	const database =
		databases.get(dataDir) ?? (await givenDatabase(`upstander_app_${randomBytes(4).toString('hex')}`));
	databases.set(dataDir, database);
	const child = spawn(process.execPath, startCommand(), {
		cwd: projectRoot,
		env: {
			...inherited(),
			DATA_DIR: dataDir,
			HOST: '127.0.0.1',
			PORT: String(wish.port ?? 0),
			LOG_LEVEL: 'warn',
			DEMO_PEOPLE: '200',
			...database?.env,
			...wish.env,
		},
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let output = '';
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (part: Buffer) => (output += part.toString()));
	const gone = once(child, 'exit') as Promise<[number | null]>;
	const end = async (signal: NodeJS.Signals) => {
		if (!hasEnded(child)) child.kill(signal);
		return (await gone)[0];
	};
	const remove = async () => {
		await end('SIGTERM');
		await database?.drop();
		databases.delete(dataDir);
		rmSync(dataDir, { recursive: true, force: true });
	};
	try {
		const port = await readyPort(child, () => output, wish.patienceMs ?? 180_000);
		return {
			url: `http://localhost:${port}`,
			port,
			dataDir,
			processId: child.pid ?? 0,
			adminUrl: () => database?.adminUrl ?? privateAdminUrl(dataDir),
			output: () => output,
			stop: () => end('SIGTERM'),
			kill: () => end('SIGKILL').then(() => undefined),
			remove,
		};
	} catch (error) {
		await end('SIGKILL');
		if (!wish.on) await remove();
		throw error;
	}
}

/** How an operator reaches the private PostgreSQL: with the password and the port in its folder. */
function privateAdminUrl(dataDir: string): string {
	const { admin } = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')) as { admin: string };
	const port = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3];
	return `postgres://upstander_admin:${encodeURIComponent(admin)}@127.0.0.1:${port}/upstander`;
}

/** Of our own environment an app under test sees only what a process needs to run at all: never DATABASE_URL. */
function inherited(): NodeJS.ProcessEnv {
	const names = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LANG', 'TZ'];
	return Object.fromEntries(names.map((name) => [name, process.env[name]]));
}

/** Waits for the line that says where the app is, and asks there whether it is ready. */
async function readyPort(child: ChildProcess, output: () => string, patienceMs: number): Promise<number> {
	for (const end = performance.now() + patienceMs; performance.now() < end; await sleep(25)) {
		if (hasEnded(child)) throw new Error(`The app ended before it was ready:\n${output()}`);
		const port = /Upstander is ready: \S+:(\d+)/.exec(output())?.[1];
		if (!port) continue;
		const answer = await fetch(`http://127.0.0.1:${port}/readyz`);
		if (answer.ok) return Number(port);
	}
	throw new Error(`The app was not ready after ${patienceMs / 1000} s:\n${output()}`);
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;
