import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { spawnAs, type ProcessIdentity } from './process-identity.ts';

/** Starts one of PostgreSQL's programs as the user it may run as. */
export function spawnProgram(
	program: string,
	args: readonly string[],
	identity: ProcessIdentity,
	options: { stdio: StdioOptions; detached?: boolean },
): ChildProcess {
	const [command, ...before] = [...identity.prefix, program];
	// No inherited PG* variable may change what we start; messages stay in one language for the log.
	const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
	return spawn(command as string, [...before, ...args], { ...options, ...spawnAs(identity), env, cwd: '/' });
}

/**
 * Runs a program to its end.
 * @throws Error with what it said when it ends with anything but 0, or cannot be started.
 */
export async function runProgram(
	program: string,
	args: readonly string[],
	identity: ProcessIdentity,
): Promise<void> {
	const child = spawnProgram(program, args, identity, { stdio: ['ignore', 'pipe', 'pipe'] });
	let said = '';
	child.stdout?.on('data', (part: Buffer) => (said += part.toString()));
	child.stderr?.on('data', (part: Buffer) => (said += part.toString()));
	const code = await new Promise<number | null>((done, fail) => child.once('error', fail).once('exit', done));
	if (code !== 0) throw new Error(`${program} failed (${code}):\n${said.trim()}`);
}
