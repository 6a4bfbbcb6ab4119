import type { Site } from './site.ts';

/** One number that was measured, beside what it may be. */
export interface Measure {
	readonly what: string;
	/** One value for each run. */
	readonly values: readonly number[];
	readonly unit: string;
	readonly budget: number;
	/** Whether the budget is the least or the most that the value may be. */
	readonly is: 'at least' | 'at most';
	/** What the numbers alone do not say. */
	readonly note?: string;
}

/** A line of the bench: a few measures that belong together. */
export interface Line {
	readonly name: string;
	/** Needs the seeded site; without it, the line starts what it measures itself. */
	run(site: () => Promise<Site>): Promise<Measure[]>;
}

/** How often a line measures, unless it says otherwise. */
export const runs = 3;

/** Measures several times, one after the other. */
export async function repeat<Result>(
	times: number,
	measure: (run: number) => Promise<Result>,
): Promise<Result[]> {
	const results: Result[] = [];
	for (let run = 0; run < times; run += 1) results.push(await measure(run));
	return results;
}

export function quantile(values: readonly number[], part: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

export const median = (values: readonly number[]) => quantile(values, 0.5);

/** Measured, the spread of the runs, the budget, and their ratio. */
export function describe(measure: Measure): string {
	const middle = median(measure.values);
	const good = measure.is === 'at least' ? middle >= measure.budget : middle <= measure.budget;
	const spread = `${round(Math.min(...measure.values))} to ${round(Math.max(...measure.values))}`;
	const columns = [
		good ? '✓' : '✗',
		measure.what.padEnd(52),
		`${round(middle)} ${measure.unit}`.padStart(16),
		`${measure.is} ${round(measure.budget)}`.padStart(16),
		`× ${(middle / measure.budget).toFixed(2)}`.padStart(8),
		`  (${spread}, ${measure.values.length} runs)${measure.note ? ` ${measure.note}` : ''}`,
	];
	return columns.join(' ');
}

const round = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2));
