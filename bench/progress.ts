import { setTimeout as sleep } from 'node:timers/promises';
import { median, quantile, repeat, runs, type Line, type Measure } from './harness/line.ts';
import { load, unrefused } from './harness/load.ts';
import { seedMillion } from './harness/seed-million.ts';
import { course } from './harness/seed.ts';
import type { Site } from './harness/site.ts';

/** The pages that say who is done and who is not: of everyone in one course, as a file, and as soon as it changes. */
export const progress: Line = {
	name: 'progress',
	async run(open) {
		const site = await open();
		const { org, adminCookie } = site;
		const program = `/o/${org.slug}/app/program`;
		const times = (path: string) => look(site, path, adminCookie, 60);
		const page = await repeat(runs, () => times(program));
		const people = await repeat(runs, () => times(`${program}/${course}/people`));
		const csv = await repeat(runs, () => times(`${program}/${course}/export.csv`));
		const answered = await repeat(runs, () => untilShown(site));
		const ms = { unit: 'ms', is: 'at most' } as const;
		return [
			{ what: 'progress over 3,000 learners, p50', values: page.map(median), budget: 20, ...ms },
			{ what: 'the same person by person, p50', values: people.map(median), budget: 20, ...ms },
			{ what: 'the same as CSV, p50', values: csv.map(median), budget: 60, ...ms },
			{ what: 'progress current after an answer', values: answered, budget: 1000, ...ms },
		];
	},
};

/** The same over a million enrollments, in an organization of its own. */
export const dashboard: Line = {
	name: 'dashboard',
	async run(open) {
		const site = await open();
		const large = await seedMillion(site.app.adminUrl());
		const program = `/o/${large.org.slug}/app/program`;
		const measures: Measure[] = [];
		for (const [what, path] of [
			['all courses', ''],
			['one course by site', '/course-3'],
			['one course by manager', '/course-3?by=manager'],
			['one course by place', '/course-3?by=place'],
		] as const) {
			const values = await repeat(runs, async () =>
				quantile(await look(site, program + path, large.adminCookie, 40), 0.95),
			);
			measures.push({
				what: `dashboard over 1 million enrollments, ${what}, p95`,
				values,
				unit: 'ms',
				budget: 150,
				is: 'at most',
			});
		}
		const [first, ...others] = measures;
		if (!first) return [];
		const note = `${large.enrollments} kept and counted in ${large.seconds.toFixed(0)} s`;
		return [{ ...first, note }, ...others];
	},
};

/** Milliseconds of each look at a page, by one person, after the engine has compiled what is used. */
async function look(site: Site, path: string, cookie: string, times: number): Promise<readonly number[]> {
	const stream = (count: number) => Array.from({ length: count }, () => ({ path, cookie }));
	unrefused(await load({ port: site.app.port, streams: [stream(20)] }));
	return unrefused(await load({ port: site.app.port, streams: [stream(times)] })).times;
}

/** Milliseconds from the first answer of somebody to the moment at which the stamp of the pages is another one. */
async function untilShown(site: Site): Promise<number> {
	const [learner] = site.take(1);
	const [first] = learner ? site.wholeWay(learner) : [];
	if (!first) throw new Error('Nobody is left who could answer.');
	const address = `${site.app.url}/o/${site.org.slug}/app/program/stamp`;
	const stamp = async () => (await fetch(address, { headers: { cookie: site.adminCookie } })).text();
	const before = await stamp();
	unrefused(await load({ port: site.app.port, streams: [[first]] }));
	const answered = performance.now();
	while ((await stamp()) === before) {
		if (performance.now() - answered > 10_000) throw new Error('The answer is not shown after ten seconds.');
		await sleep(5);
	}
	return performance.now() - answered;
}
