import type { RunningApp } from '../../tests/harness/app.ts';
import type { Outcome } from './client.ts';
import { quantile, type Measure } from './line.ts';
import { perSecond, unrefused } from './load.ts';
import { perRequest, processorTime } from './processor-time.ts';

/** How many requests a second, how long they took, and how much of the processor each. */
export async function rateAndP95(
	app: RunningApp,
	budget: { readonly what: string; readonly least: number; readonly p95: number },
	measure: () => Promise<Outcome[]>,
): Promise<Measure[]> {
	const before = processorTime(app);
	const outcomes = (await measure()).map(unrefused);
	const requests = outcomes.reduce((sum, { times }) => sum + times.length, 0);
	const note = perRequest(before, processorTime(app), requests);
	const { what } = budget;
	const p95 = outcomes.map(({ times }) => quantile(times, 0.95));
	return [
		{ what, values: outcomes.map(perSecond), unit: '/s', budget: budget.least, is: 'at least', note },
		{ what: `${what}, p95`, values: p95, unit: 'ms', budget: budget.p95, is: 'at most' },
	];
}
