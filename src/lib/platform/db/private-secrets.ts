import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './write-whole.ts';
import { OperatorError } from '../errors/operator-error.ts';

/** Passwords of the private PostgreSQL's three roles. */
export interface Secrets {
	readonly admin: string;
	readonly owner: string;
	readonly app: string;
}

/**
 * Reads `secrets.json` of a data folder, or makes it where there is no database yet.
 * @throws Error in words when the file is missing beside a database, cannot be read, or is no such file.
 */
export function readSecrets(home: string): Secrets {
	const file = join(home, 'secrets.json');
	if (existsSync(file)) return parse(file);
	if (existsSync(join(home, 'postgres'))) {
		throw new OperatorError(
			`${file} is missing, and without it the database beside it cannot be opened. Restore it from a backup.`,
		);
	}
	const secret = () => randomBytes(24).toString('base64url');
	const secrets = { admin: secret(), owner: secret(), app: secret() };
	writeWhole(file, JSON.stringify(secrets), 0o600);
	return secrets;
}

function parse(file: string): Secrets {
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch (error) {
		throw new OperatorError(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`, {
			cause: error,
		});
	}
	try {
		const { admin, owner, app } = JSON.parse(text) as Record<string, unknown>;
		if ([admin, owner, app].every((value) => typeof value === 'string'))
			return { admin, owner, app } as Secrets;
	} catch {
		// told below, without quoting what the file holds
	}
	throw new OperatorError(`${file} is damaged. Restore it from a backup.`);
}
