import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import pg from 'pg';
import { projectRoot } from '../../src/lib/platform/config/project-root.ts';
import { reachPrivatePostgres } from '../../src/lib/platform/db/reach-private-postgres.ts';
import { writeWhole } from '../../src/lib/platform/db/write-whole.ts';
import { copyAll, listBesides, listCluster } from './copy-files.ts';
import { manifestName, type BackupFile, type Manifest } from './manifest.ts';

/**
 * Backs up a data folder, whether Upstander runs on it or not, into a new or empty folder: a base backup through
 * the low-level API (PostgreSQL manual 25.3.4), the write-ahead log it needs, and the secrets.
 * @throws Error in words; what was written until then has no manifest and is no backup.
 */
export async function backUp(dataDir: string, target: string): Promise<Manifest> {
	const home = resolve(dataDir);
	const into = resolve(target);
	if (into === home || into.startsWith(home + sep))
		throw new Error('A backup must not lie inside the data folder.');
	if (existsSync(into) && readdirSync(into).length > 0) throw new Error(`${into} is not empty.`);
	mkdirSync(into, { recursive: true, mode: 0o700 });
	const postgres = await reachPrivatePostgres(home);
	try {
		const admin = new pg.Client({
			connectionString: postgres.adminUrl,
			application_name: 'upstander-backup',
		});
		let lost: Error | undefined;
		admin.on('error', (error) => (lost = error));
		await admin.connect();
		try {
			const { files, folders } = await copyCluster(admin, join(home, 'postgres'), into);
			if (lost) throw lost;
			const besides = await listBesides(home);
			files.push(...(await copyAll(besides.files, home, into)));
			const manifest: Manifest = {
				format: 1,
				version: (JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string })
					.version,
				takenAt: new Date().toISOString(),
				folders: [...folders.map((folder) => `postgres/${folder}`), ...besides.folders].sort(),
				files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
			};
			writeWhole(join(into, manifestName), JSON.stringify(manifest, null, '\t'), 0o600);
			return manifest;
		} finally {
			await admin.end().catch(() => {});
		}
	} finally {
		await postgres.done();
	}
}

async function copyCluster(admin: pg.Client, folder: string, into: string) {
	// The slot keeps the server from reusing log that is not copied yet; it ends with this connection.
	await admin.query(
		`select pg_create_physical_replication_slot('upstander_backup_' || pg_backend_pid(), true, true)`,
	);
	await admin.query(`select pg_backup_start('upstander', true)`);
	const { files, folders } = await listCluster(folder);
	const copied = await copyAll(files, folder, into, 'postgres/');
	const add = (path: string, content: Buffer | string) =>
		copied.push(write(into, `postgres/${path}`, content));
	add('global/pg_control', await readSteady(join(folder, 'global', 'pg_control')));
	const { rows } = await admin.query<{ label: string; map: string; last: string }>(
		`select labelfile as label, spcmapfile as map, pg_walfile_name(lsn) as last from pg_backup_stop(false)`,
	);
	const [stop] = rows;
	const first = /START WAL LOCATION: \S+ \(file ([0-9A-F]{24})\)/.exec(stop?.label ?? '')?.[1];
	if (!stop || !first) throw new Error('PostgreSQL did not say where the backup begins.');
	add('backup_label', stop.label);
	if (stop.map) add('tablespace_map', stop.map);
	copied.push(...(await copyLog(folder, into, first, stop.last)));
	return { files: copied, folders };
}

/** The segments from the backup's start to its stop. `pg_backup_stop` has closed the last one and written it out. */
async function copyLog(folder: string, into: string, first: string, last: string): Promise<BackupFile[]> {
	const names = await readdir(join(folder, 'pg_wal'));
	const needed = names.filter((name) => /^[0-9A-F]{24}$/.test(name) && name >= first && name <= last);
	for (const end of [first, last]) {
		if (!needed.includes(end))
			throw new Error(`The write-ahead log ${end} is gone; the backup would not be whole.`);
	}
	return copyAll(needed, join(folder, 'pg_wal'), into, 'postgres/pg_wal/');
}

/** The server may write the file while we read: the same bytes twice are whole. */
async function readSteady(file: string): Promise<Buffer> {
	for (let before = await readFile(file); ;) {
		const now = await readFile(file);
		if (now.equals(before)) return now;
		before = now;
	}
}

function write(into: string, path: string, content: Buffer | string): BackupFile {
	const bytes = Buffer.from(content);
	mkdirSync(join(into, path, '..'), { recursive: true, mode: 0o700 });
	writeWhole(join(into, path), bytes, 0o600);
	return { path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}
