import { copyFileSync, existsSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';

/** Bytes after which the log begins anew; one older piece is kept beside it as `postgres.log.1`. */
const largest = 10 * 1024 * 1024;

/** Opens the log for a server to append to. @returns a file descriptor */
export function openPostgresLog(file: string): number {
	turnOver(file);
	return openSync(file, 'a', 0o600);
}

/**
 * Keeps the log from growing without end. The server writes by appending, so what is copied may be cut off under it;
 * a line written in between is lost, which a log may bear.
 */
export function turnOver(file: string): void {
	if (sizeOf(file) < largest) return;
	copyFileSync(file, `${file}.1`);
	truncateSync(file);
}

export const sizeOf = (file: string) => (existsSync(file) ? statSync(file).size : 0);

/** What was written after `from` bytes, its last lines. */
export function lastWords(file: string, from: number): string {
	const said = readFileSync(file).subarray(from).toString();
	return said.trim().split('\n').slice(-12).join('\n');
}
