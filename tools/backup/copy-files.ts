import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { BackupFile } from './manifest.ts';

/** Folders whose content a base backup leaves out (PostgreSQL manual 25.3.4); they themselves must exist. */
const emptied = [
	'pg_wal',
	'pg_replslot',
	'pg_dynshmem',
	'pg_notify',
	'pg_serial',
	'pg_snapshots',
	'pg_stat_tmp',
	'pg_subtrans',
];
const leftOut =
	/^(postmaster\.(pid|opts)|pgsql_tmp.*|pg_internal\.init.*|backup_label.*|tablespace_map.*|core)$/;
/** Beside the database: what is only of this run, or is copied at its own time. */
const notOurs = /^(postgres\.log.*|postgres\.new.*|postgres\.restoring|initdb-password.*|.*\.new|postgres)$/;

/** Files and folders of a data folder outside PostgreSQL's own, as paths relative to it. */
export async function listBesides(home: string): Promise<{ files: string[]; folders: string[] }> {
	return walk(home, '', (path) => !path.includes('/') && notOurs.test(path));
}

/** What of PostgreSQL's folder belongs into a base backup; `pg_control` is not among it, since it is copied last. */
export async function listCluster(folder: string): Promise<{ files: string[]; folders: string[] }> {
	return walk(folder, '', (path) => {
		const [first, second] = path.split('/');
		if (second !== undefined && emptied.includes(first as string))
			return path !== 'pg_wal/archive_status' && path !== 'pg_wal/summaries';
		return leftOut.test(path.split('/').at(-1) as string) || path === 'global/pg_control';
	});
}

async function walk(root: string, under: string, skip: (path: string) => boolean) {
	const found = { files: [] as string[], folders: [] as string[] };
	const entries = await readdir(join(root, under), { withFileTypes: true }).catch(ignoreVanished);
	for (const entry of entries ?? []) {
		const path = under ? `${under}/${entry.name}` : entry.name;
		if (skip(path)) continue;
		if (entry.isSymbolicLink())
			throw new Error(`${join(root, path)} is a symbolic link, which a backup does not follow.`);
		if (entry.isFile()) found.files.push(path);
		if (!entry.isDirectory()) continue;
		const inner = await walk(root, path, skip);
		found.folders.push(path, ...inner.folders);
		found.files.push(...inner.files);
	}
	return found;
}

/**
 * Copies a file, which may grow or vanish meanwhile, hashing what it writes; the copy is on disk when this resolves.
 * @returns nothing when the file has vanished
 */
export async function copyFile(from: string, into: string, path: string): Promise<BackupFile | undefined> {
	const source = await open(from, 'r').catch(ignoreVanished);
	if (!source) return undefined;
	const target = join(into, path.split('/').join(sep));
	mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
	const copy = await open(target, 'wx', 0o600);
	try {
		const hash = createHash('sha256');
		let size = 0;
		const buffer = Buffer.allocUnsafe(1024 * 1024);
		for (;;) {
			const { bytesRead } = await source.read(buffer, 0, buffer.length, null);
			if (bytesRead === 0) break;
			const part = buffer.subarray(0, bytesRead);
			hash.update(part);
			await copy.writeFile(part);
			size += bytesRead;
		}
		await copy.sync();
		return { path, size, sha256: hash.digest('hex') };
	} finally {
		await source.close();
		await copy.close();
	}
}

/** Copies several at a time. @returns what was copied, without what has vanished */
export async function copyAll(
	paths: readonly string[],
	from: string,
	into: string,
	prefix = '',
): Promise<BackupFile[]> {
	const left = [...paths];
	const copied: BackupFile[] = [];
	const worker = async () => {
		for (let path = left.pop(); path !== undefined; path = left.pop()) {
			const file = await copyFile(join(from, path), into, prefix + path);
			if (file) copied.push(file);
		}
	};
	await Promise.all(Array.from({ length: 4 }, worker));
	return copied;
}

/** Files of a running server come and go. */
function ignoreVanished(error: NodeJS.ErrnoException): undefined {
	if (error.code !== 'ENOENT') throw error;
}
