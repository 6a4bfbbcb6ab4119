import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from '../../src/lib/platform/config/project-root.ts';

/** A program of Upstander as an operator runs it, whatever comes of it. */
export interface Launched {
	readonly child: ChildProcess;
	output(): string;
	/** Resolves with the exit code, or null when it was killed. */
	readonly ended: Promise<number | null>;
	/** Waits until the output matches. @throws Error with the output when it ends or takes too long */
	says(pattern: RegExp, patienceMs?: number): Promise<RegExpExecArray>;
	/** Waits for the line with the address. @returns the port */
	ready(): Promise<number>;
	stop(): Promise<number | null>;
	kill(): Promise<void>;
}

const running = new Set<Launched>();
const folders: string[] = [];

/** Starts `node server.js` or a tool with nothing of our own settings. */
export function launch(
	env: Record<string, string>,
	wish: { program?: string; args?: string[]; uid?: number; gid?: number; port?: string } = {},
): Launched {
	const clean = { PATH: process.env.PATH, HOME: '/nonexistent', TZ: 'UTC', DEMO_PEOPLE: '200' };
	const address = { HOST: '127.0.0.1', PORT: wish.port ?? '0' };
	const child = spawn(
		process.execPath,
		[join(projectRoot, wish.program ?? 'server.js'), ...(wish.args ?? [])],
		{
			cwd: projectRoot,
			env: { ...clean, ...address, ...env },
			stdio: ['ignore', 'pipe', 'pipe'],
			uid: wish.uid,
			gid: wish.gid,
		},
	);
	let output = '';
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (part: Buffer) => (output += part.toString()));
	const ended = new Promise<number | null>((done) => child.once('close', (code) => done(code)));
	const says: Launched['says'] = async (pattern, patienceMs = 90_000) => {
		for (const end = performance.now() + patienceMs; performance.now() < end; await sleep(20)) {
			const found = pattern.exec(output);
			if (found) return found;
			if (child.exitCode !== null || child.signalCode !== null) break;
		}
		const found = pattern.exec(output);
		if (found) return found;
		throw new Error(`It never said ${pattern}:\n${output}`);
	};
	const end = async (signal: NodeJS.Signals) => {
		if (child.exitCode === null && child.signalCode === null) child.kill(signal);
		return ended;
	};
	const launched: Launched = {
		child,
		output: () => output,
		ended,
		says,
		ready: async () => Number((await says(/Upstander is ready: \S+:(\d+)/))[1]),
		stop: () => end('SIGTERM'),
		kill: () => end('SIGKILL').then(() => undefined),
	};
	running.add(launched);
	void ended.then(() => running.delete(launched));
	return launched;
}

/** Runs a tool to its end. */
export async function runTool(program: string, args: string[], env: Record<string, string> = {}) {
	const tool = launch(env, { program: `tools/${program}.ts`, args });
	return { code: await tool.ended, output: tool.output() };
}

/** A new temporary folder, removed by `cleanUp`; others may enter it. */
export function folderFor(purpose: string): string {
	const folder = mkdtempSync(join(tmpdir(), `upstander-ops-${purpose}-`));
	chmodSync(folder, 0o711);
	folders.push(folder);
	return folder;
}

/** Stops what a test left running and removes its folders. */
export async function cleanUp(): Promise<void> {
	await Promise.all([...running].map((launched) => launched.stop()));
	for (const folder of folders.splice(0)) {
		const pid = postmaster(folder);
		if (pid && isAlive(pid)) {
			process.kill(pid, 'SIGQUIT');
			await died(pid);
		}
		rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	}
}

/** Process number of the private PostgreSQL of a data folder. */
export function postmaster(dataDir: string): number | undefined {
	try {
		return Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
	} catch {
		return undefined;
	}
}

/** Whether it runs: one that has ended and only waits for its parent to notice does not. */
export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		const stat = `/proc/${pid}/stat`;
		return !existsSync(stat) || !readFileSync(stat, 'utf8').includes(') Z ');
	} catch {
		return false;
	}
}

/** Waits until a process has ended. */
export async function died(pid: number): Promise<void> {
	for (let waited = 0; waited < 30_000 && isAlive(pid); waited += 20) await sleep(20);
	if (isAlive(pid)) throw new Error(`Process ${pid} still lives.`);
}
