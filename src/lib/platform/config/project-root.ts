import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json, `content/`, `migrations/`: the same from the source and from the build. */
export const projectRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
	const manifest = join(folder, 'package.json');
	if (existsSync(manifest) && readFileSync(manifest, 'utf8').includes('"name": "upstander"')) return folder;
	const parent = dirname(folder);
	if (parent === folder) throw new Error('Upstander must run from its own folder.');
	return findRoot(parent);
}
