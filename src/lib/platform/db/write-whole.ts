import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file so that after a power cut it is there whole or not at all. */
export function writeWhole(file: string, content: string | Buffer, mode: number): void {
	const draft = `${file}.new`;
	const handle = openSync(draft, 'w', mode);
	writeFileSync(handle, content);
	fsyncSync(handle);
	closeSync(handle);
	renameSync(draft, file);
	syncFolder(dirname(file));
}

/** Makes a rename in a folder last. Windows does it by itself and knows no such call. */
export function syncFolder(folder: string): void {
	if (process.platform === 'win32') return;
	const handle = openSync(folder, 'r');
	fsyncSync(handle);
	closeSync(handle);
}
