import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { PostgresBinaries } from './postgres-binaries.ts';
import type { ProcessIdentity } from './process-identity.ts';
import { runProgram } from './run-postgres-program.ts';

/**
 * Stops the server that a killed Upstander left on the folder. Whoever calls holds the folder's lock, so a server
 * that still runs there has lost its Upstander.
 */
export async function stopOrphan(
	folder: string,
	binaries: PostgresBinaries,
	identity: ProcessIdentity,
): Promise<void> {
	const file = join(folder, 'postmaster.pid');
	if (!existsSync(file)) return;
	const [first, ...rest] = readFileSync(file, 'utf8').split('\n');
	const pid = Math.abs(Number(first));
	if (!isAlive(pid)) return; // PostgreSQL replaces the file itself
	if (isServerOn(pid, folder)) {
		const stop = ['stop', '-D', folder, '-w', '-t', '60'];
		await runProgram(binaries.pgCtl, [...stop, '-m', 'fast'], identity).catch(() =>
			runProgram(binaries.pgCtl, [...stop, '-m', 'immediate'], identity),
		);
		return;
	}
	// Process numbers are given out again, in a restarted container at once. PostgreSQL refuses to start while any
	// process has the number in this file, except its own parent: us. The file itself must stay, because by its
	// other lines PostgreSQL finds out whether children of the dead server still write.
	writeFileSync(file, [String(process.pid), ...rest].join('\n'));
}

function isAlive(pid: number): boolean {
	if (!Number.isSafeInteger(pid) || pid <= 1 || pid === process.pid) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/** Whether the process is a PostgreSQL on this folder, by the command line it was started with. */
function isServerOn(pid: number, folder: string): boolean {
	if (process.platform === 'win32') return true; // pg_ctl looks for the server's own pipe there
	const words = commandLine(pid);
	const isPostgres = words.some((word) => basename(word) === 'postgres');
	return isPostgres && words.some((word) => samePlace(word, folder));
}

function commandLine(pid: number): string[] {
	try {
		if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
		return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
			.trim()
			.split(' ');
	} catch {
		return []; // it has ended meanwhile
	}
}

function samePlace(word: string, folder: string): boolean {
	if (word === folder) return true;
	if (!word.startsWith('/') || basename(word) !== basename(folder)) return false;
	return existsSync(word) && realpathSync(word) === realpathSync(folder);
}
