import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';

/** A file of a backup: its path with forward slashes, its bytes, their SHA-256 in hexadecimal. */
export interface BackupFile {
	readonly path: string;
	readonly size: number;
	readonly sha256: string;
}

/** The last file that a backup writes; without it there is no backup. */
export const manifestName = 'manifest.json';

const plainPath = v.pipe(
	v.string(),
	v.check((path) => !path.startsWith('/') && !path.split(/[\\/]/).includes('..') && !/^[a-z]:/i.test(path)),
);
const manifestSchema = v.object({
	format: v.literal(1),
	version: v.string(),
	takenAt: v.string(),
	folders: v.array(plainPath),
	files: v.array(v.object({ path: plainPath, size: v.number(), sha256: v.string() })),
});

export type Manifest = v.InferOutput<typeof manifestSchema>;

/**
 * Reads a backup's manifest and compares every file with it.
 * @throws Error in words: no manifest, an unreadable one, or the first few files that differ.
 */
export async function checkBackup(backup: string): Promise<Manifest> {
	const file = join(backup, manifestName);
	if (!existsSync(file)) {
		throw new Error(
			`${backup} is no backup, or one that was cut off: it has no ${manifestName}, which is written last.`,
		);
	}
	const manifest = parse(readFileSync(file, 'utf8'), file);
	const broken: string[] = [];
	for (const { path, size, sha256 } of manifest.files) {
		const stat = await lstat(join(backup, path)).catch(() => undefined);
		if (!stat) broken.push(`${path} is missing`);
		else if (!stat.isFile() || stat.size !== size)
			broken.push(`${path} has ${stat.size} bytes instead of ${size}`);
		else if ((await hashFile(join(backup, path))) !== sha256) broken.push(`${path} was changed`);
		if (broken.length === 5) break;
	}
	if (broken.length > 0)
		throw new Error(`This backup is damaged and is not restored:\n  ${broken.join('\n  ')}`);
	return manifest;
}

function parse(text: string, file: string): Manifest {
	try {
		return v.parse(manifestSchema, JSON.parse(text));
	} catch {
		throw new Error(`${file} is damaged, or was written by a newer Upstander.`);
	}
}

/** SHA-256 of a file, in hexadecimal. */
export async function hashFile(path: string): Promise<string> {
	const hash = createHash('sha256');
	for await (const part of createReadStream(path)) hash.update(part as Buffer);
	return hash.digest('hex');
}
