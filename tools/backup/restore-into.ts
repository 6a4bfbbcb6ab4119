import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { postgresBinaries } from '../../src/lib/platform/db/postgres-binaries.ts';
import { handOver, processIdentity } from '../../src/lib/platform/db/process-identity.ts';
import { syncFolder } from '../../src/lib/platform/db/write-whole.ts';
import { copyAll } from './copy-files.ts';
import { checkBackup, type Manifest } from './manifest.ts';

/**
 * Copies a backup into a new or empty data folder, so that Upstander can start on it.
 * @throws Error in words when the folder is not empty or the backup is not whole; then nothing was written. When
 * copying itself fails, what was copied is removed.
 */
export async function restoreInto(backup: string, target: string): Promise<Manifest> {
	const home = resolve(target);
	if (existsSync(home) && readdirSync(home).length > 0) {
		throw new Error(
			`${home} is not empty. A backup is restored into a folder of its own; nothing is overwritten.`,
		);
	}
	const manifest = await checkBackup(resolve(backup));
	const made = !existsSync(home);
	mkdirSync(home, { recursive: true });
	try {
		await copyIn(resolve(backup), home, manifest);
	} catch (error) {
		for (const name of readdirSync(home)) rmSync(join(home, name), { recursive: true, force: true });
		if (made) rmSync(home, { recursive: true, force: true });
		throw error;
	}
	return manifest;
}

/** The database moves to its place last: a restore that was cut off leaves none that could be started. */
async function copyIn(backup: string, home: string, { files, folders }: Manifest): Promise<void> {
	const inside = (path: string) => path.startsWith('postgres/');
	const draft = join(home, 'postgres.restoring');
	mkdirSync(draft, { mode: 0o700 });
	for (const folder of folders) {
		const place = inside(folder) ? join(draft, folder.slice('postgres/'.length)) : join(home, folder);
		mkdirSync(place, { recursive: true, mode: 0o700 });
	}
	const besides = files.filter(({ path }) => !inside(path)).map(({ path }) => path);
	const cluster = files.filter(({ path }) => inside(path)).map(({ path }) => path.slice('postgres/'.length));
	const copied = [
		...(await copyAll(besides, backup, home)),
		...(await copyAll(cluster, join(backup, 'postgres'), draft)),
	];
	if (copied.length !== files.length) throw new Error('The backup changed while it was being restored.');
	const identity = processIdentity(join(home, 'postgres'), postgresBinaries().folder);
	handOver(draft, identity);
	for (const entry of readdirSync(draft, { recursive: true }) as string[])
		handOver(join(draft, entry), identity);
	renameSync(draft, join(home, 'postgres'));
	syncFolder(home);
}
