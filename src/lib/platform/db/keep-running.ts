import type { ChildProcess } from 'node:child_process';
import { closeSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { lastWords, openPostgresLog, sizeOf, turnOver } from './postgres-log.ts';
import { settings } from './postgres-settings.ts';
import { handOver, type ProcessIdentity } from './process-identity.ts';
import { runProgram, spawnProgram } from './run-postgres-program.ts';
import { OperatorError } from '../errors/operator-error.ts';

export interface Place {
	/** The data folder: log and secrets stand in it. */
	readonly home: string;
	/** PostgreSQL's own folder inside. */
	readonly folder: string;
	readonly binaries: PostgresBinaries;
	readonly identity: ProcessIdentity;
	readonly adminPassword: string;
}

export interface KeptServer {
	readonly port: number;
	readonly processId: () => number | undefined;
	stop(): Promise<void>;
}

/** One run of the server, from its launch to its end. */
interface Run {
	readonly child: ChildProcess;
	/** Resolves when the process has ended or could not be started. */
	readonly gone: Promise<void>;
	hasEnded: boolean;
	/** Why it could not be started at all, such as a missing program. */
	refusal?: Error;
	readonly lastWords: () => string;
}

/** Reasons that pass by themselves: children of a killed server still hold the folder, or the port was just taken. */
const passing = /still in use|already exists|could not bind|could not create any TCP/;
const patienceMs = 70_000; // a statement of a killed server's child may run for 60 s before it notices

/**
 * Starts the server on a free port and keeps it running until `stop`: when it dies it is started again on the
 * same port, for as long as it takes (a full disk may need a person).
 * @param onTrouble told in words when the server died and was started again
 * @param signal ends a start that is under way
 * @throws Error with the server's last words when it does not start.
 */
export async function keepRunning(
	place: Place,
	onTrouble: (message: string) => void,
	signal?: AbortSignal,
): Promise<KeptServer> {
	let stopping = false;
	const given = () => stopping || signal?.aborted === true;
	const first = await firstRun(place, given);
	const { port } = first;
	let { run } = first;
	const keep = async () => {
		for (;;) {
			await run.gone;
			if (stopping) return;
			onTrouble('PostgreSQL stopped unexpectedly and is being started again.');
			for (let pause = 100; !stopping; pause = Math.min(pause * 2, 10_000)) {
				run = launch(place, port);
				if (await isReady(run, place, port, () => stopping).catch(() => false)) break;
				if (stopping) return;
				if (pause === 6400)
					onTrouble('PostgreSQL does not come back yet; see postgres.log in the data folder.');
				await sleep(pause);
			}
		}
	};
	const kept = keep();
	const hourly = setInterval(() => turnOver(join(place.home, 'postgres.log')), 3_600_000).unref();
	return {
		port,
		processId: () => run.child.pid,
		async stop() {
			stopping = true;
			clearInterval(hourly);
			await shutDown(run, place);
			await kept;
		},
	};
}

async function firstRun(place: Place, given: () => boolean): Promise<{ run: Run; port: number }> {
	const end = performance.now() + patienceMs;
	for (let attempt = 1; ; attempt += 1) {
		const port = await freePort();
		const run = launch(place, port);
		try {
			if (await isReady(run, place, port, given)) return { run, port };
		} finally {
			if (given()) await shutDown(run, place);
		}
		if (given()) throw new OperatorError('Stopped while PostgreSQL was starting.');
		if (run.refusal)
			throw new OperatorError(`PostgreSQL cannot be started: ${run.refusal.message}`, { cause: run.refusal });
		const words = run.lastWords();
		const hopeless = !passing.test(words) && attempt >= 3;
		if (hopeless || performance.now() > end) {
			throw new OperatorError(
				`PostgreSQL does not start. Its last words, from ${join(place.home, 'postgres.log')}:\n${words}`,
			);
		}
		await sleep(250);
	}
}

function launch({ home, folder, binaries, identity }: Place, port: number): Run {
	const log = join(home, 'postgres.log');
	const out = openPostgresLog(log);
	handOver(log, identity);
	const begin = sizeOf(log);
	const options = Object.entries({ port: String(port), ...settings }).flatMap(([name, value]) => [
		'-c',
		`${name}=${value}`,
	]);
	// Its own process group: Ctrl-C in the terminal reaches us alone, and we stop it in order.
	const how = { stdio: ['ignore', out, out] as ('ignore' | number)[], detached: true };
	const child = spawnProgram(binaries.postgres, ['-D', folder, ...options], identity, how);
	closeSync(out);
	const ended = Promise.withResolvers<void>();
	const run: Run = { child, gone: ended.promise, hasEnded: false, lastWords: () => lastWords(log, begin) };
	const end = (refusal?: Error) => {
		run.hasEnded = true;
		run.refusal = refusal;
		ended.resolve();
	};
	child.once('exit', () => end());
	child.once('error', (error) => end(error));
	return run;
}

/**
 * Waits until the server takes connections. Recovery after a crash may take minutes; as long as the process lives,
 * we wait. @returns false when the process ended
 */
async function isReady(run: Run, place: Place, port: number, given: () => boolean): Promise<boolean> {
	while (!given() && !run.hasEnded) {
		if (!saysReady(place.folder, run.child.pid)) {
			await sleep(25);
			continue;
		}
		const answer = await knock(port, place.adminPassword);
		if (answer === 'open') return !run.hasEnded;
		if (answer === 'wrong password') {
			await shutDown(run, place);
			throw new OperatorError(
				`secrets.json in ${place.home} does not belong to the database beside it. Restore both from one backup.`,
			);
		}
		await sleep(25);
	}
	return false;
}

/** Lines 1 and 8 of postmaster.pid: the process and its state. Asking there fills no log with refusals. */
function saysReady(folder: string, pid: number | undefined): boolean {
	try {
		const lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
		return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
	} catch {
		return false;
	}
}

async function knock(port: number, password: string): Promise<'open' | 'closed' | 'wrong password'> {
	const client = new pg.Client({
		host: '127.0.0.1',
		port,
		user: 'upstander_admin',
		password,
		database: 'postgres',
	});
	client.on('error', () => {}); // the server may die while we knock; connect() reports it
	try {
		await client.connect();
		return 'open';
	} catch (error) {
		return (error as { code?: string }).code === '28P01' ? 'wrong password' : 'closed';
	} finally {
		await client.end().catch(() => {});
	}
}

/** Fast shutdown by SIGINT, and after a minute the immediate one by SIGQUIT (PostgreSQL manual 18.5). */
async function shutDown(run: Run, { folder, binaries, identity }: Place): Promise<void> {
	if (run.hasEnded) return;
	if (process.platform === 'win32' || !run.child.kill('SIGINT')) {
		await runProgram(binaries.pgCtl, ['stop', '-D', folder, '-m', 'fast', '-w', '-t', '60'], identity);
	}
	const late = setTimeout(() => run.child.kill('SIGQUIT'), 60_000);
	await run.gone;
	clearTimeout(late);
}

function freePort(): Promise<number> {
	return new Promise((done, fail) => {
		const server = createServer();
		server.once('error', fail);
		server.listen(0, '127.0.0.1', () => {
			const { port } = server.address() as { port: number };
			server.close(() => done(port));
		});
	});
}
