import type { Ask } from './harness/client.ts';
import { quantile, repeat, runs, type Line, type Measure } from './harness/line.ts';
import { deal, load, perSecond, unrefused } from './harness/load.ts';
import type { Learner } from './harness/seed.ts';
import type { Site } from './harness/site.ts';

/** People for one run: enough that nobody gives answers as no real person would. */
const questionPeople = 500;
const wholePeople = 160;

/** An answer stored: to the questions that a course begins with, and the whole way through it. */
export const answer: Line = {
	name: 'answer',
	async run(open) {
		const site = await open();
		await measure(site, questions(site), 100);
		return [
			...describe(
				'an answer stored',
				await repeat(runs, () => measure(site, questions(site), questionPeople)),
			),
			...describe(
				'the whole way answered',
				await repeat(runs, () => measure(site, site.wholeWay, wholePeople)),
			),
		];
	},
};

/** Each question of the start, answered twice. */
function questions(site: Site): (learner: Learner) => Ask[] {
	const first = site.way.findIndex(({ kind }) => kind !== 'question');
	return (learner) => {
		const asks = site.wholeWay(learner).slice(0, first);
		return asks.flatMap((ask) => [ask, ask]);
	};
}

async function measure(site: Site, asks: (learner: Learner) => Ask[], people: number) {
	return unrefused(await load({ port: site.app.port, streams: deal(site.take(people).map(asks)) }));
}

function describe(what: string, outcomes: Awaited<ReturnType<typeof measure>>[]): Measure[] {
	const p95 = outcomes.map(({ times }) => quantile(times, 0.95));
	return [
		{ what, values: outcomes.map(perSecond), unit: '/s', budget: 800, is: 'at least' },
		{ what: `${what}, p95`, values: p95, unit: 'ms', budget: 40, is: 'at most' },
	];
}
