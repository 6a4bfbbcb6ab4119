import { execFileSync } from 'node:child_process';
import type { RunningApp } from '../../tests/harness/app.ts';

/** Megabytes of memory that the app holds now, without its database. */
export function appMemory(app: RunningApp): number {
	const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(app.processId)], { encoding: 'utf8' });
	return Number(kilobytes.trim()) / 1024;
}
