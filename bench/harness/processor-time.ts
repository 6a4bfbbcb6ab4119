import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningApp } from '../../tests/harness/app.ts';

/** Seconds of processor time that the app and its private PostgreSQL have used. */
export interface ProcessorTime {
	readonly app: number;
	readonly database: number;
}

/**
 * Reads what the app and its database have used so far. Unlike time on the clock it hardly depends on what else the
 * machine does. Undefined where the system has no /proc.
 */
export function processorTime(app: RunningApp): ProcessorTime | undefined {
	try {
		const postmaster =
			readFileSync(join(app.dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0] ?? '';
		const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
		const used = new Map(processes.map((pid) => [pid, statOf(pid)]));
		let database = 0;
		for (const [pid, stat] of used) {
			if (stat && (pid === postmaster || stat.parent === postmaster)) database += stat.seconds;
		}
		return { app: used.get(String(app.processId))?.seconds ?? Number.NaN, database };
	} catch {
		return undefined; // not Linux
	}
}

/** Linux counts in hundredths of a second, whatever the kernel's own clock. */
function statOf(pid: string): { parent: string; seconds: number } | undefined {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
		return { parent: fields[1] ?? '', seconds: (Number(fields[11]) + Number(fields[12])) / 100 };
	} catch {
		return undefined; // it has ended meanwhile
	}
}

/** "0.91 ms app, 0.40 ms database each": what one of so many requests took. */
export function perRequest(before?: ProcessorTime, after?: ProcessorTime, requests = 1): string {
	if (!before || !after) return '';
	const each = (of: keyof ProcessorTime) =>
		`${((1000 * (after[of] - before[of])) / requests).toFixed(2)} ms ${of}`;
	return `processor time each: ${each('app')}, ${each('database')}`;
}
