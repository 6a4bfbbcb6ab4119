/** Wrong PINs in a row, and until when no further one is looked at. */
export interface Failures {
	readonly failures: number;
	readonly failedAt: Date;
	readonly waitUntil: Date;
}

/** Wrong PINs of one badge number that cost nothing: a slip of the finger, or two. */
const free = 4;
/** After so many in a row a badge number waits until somebody helps, or for a month. */
export const lockAfter = 10;
const lockDays = 30;

/** Wrong PINs that a tablet takes before it makes everyone wait; one is forgotten every two minutes. */
const tabletFree = 20;
const tabletForgetsMinutes = 2;
const tabletWaitMinutes = 15;

/**
 * What one more wrong PIN leads to. For a badge number: 4 free, then 30 seconds, doubling, and locked after 10. For a
 * tablet, whoever tries: 20 free, then 30 seconds, doubling up to 15 minutes.
 */
export function countFailure(of: 'badge' | 'tablet', before: Failures | undefined, now: Date): Failures {
	const failures = (of === 'badge' ? (before?.failures ?? 0) : remembered(before, now)) + 1;
	const seconds = of === 'badge' ? badgeWait(failures) : tabletWait(failures);
	return { failures, failedAt: now, waitUntil: new Date(now.getTime() + seconds * 1000) };
}

function remembered(before: Failures | undefined, now: Date): number {
	if (!before) return 0;
	const minutes = (now.getTime() - before.failedAt.getTime()) / 60_000;
	return Math.max(0, before.failures - Math.floor(minutes / tabletForgetsMinutes));
}

function badgeWait(failures: number): number {
	if (failures >= lockAfter) return lockDays * 24 * 3600;
	return failures <= free ? 0 : 30 * 2 ** (failures - free - 1);
}

function tabletWait(failures: number): number {
	return failures <= tabletFree ? 0 : Math.min(tabletWaitMinutes * 60, 30 * 2 ** (failures - tabletFree - 1));
}

/** Whether a badge number waits for help, not for a minute. */
export const isLocked = ({ failures }: Failures) => failures >= lockAfter;
