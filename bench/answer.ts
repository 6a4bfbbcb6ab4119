import type { Ask } from './harness/client.ts';
import { repeat, runs, type Line } from './harness/line.ts';
import { deal, load } from './harness/load.ts';
import { rateAndP95 } from './harness/rate.ts';
import type { Learner } from './harness/seed.ts';

/** People for one run: enough that nobody gives answers as no real person would. */
const questionPeople = 500;
const wholePeople = 160;

/** An answer stored: to the questions that a course begins with, each answered twice, and the whole way through it. */
export const answer: Line = {
	name: 'answer',
	async run(open) {
		const { app, way, wholeWay, take } = await open();
		const first = way.findIndex(({ kind }) => kind !== 'question');
		const questions = (learner: Learner): Ask[] =>
			wholeWay(learner)
				.slice(0, first)
				.flatMap((ask) => [ask, ask]);
		const all = (people: number, asks: (learner: Learner) => Ask[]) => () =>
			load({ port: app.port, streams: deal(take(people).map(asks)) });
		await all(100, questions)(); // until the engine has compiled what is used
		const budget = { least: 800, p95: 40 };
		return [
			...(await rateAndP95(app, { what: 'an answer stored', ...budget }, () =>
				repeat(runs, all(questionPeople, questions)),
			)),
			...(await rateAndP95(app, { what: 'the whole way answered', ...budget }, () =>
				repeat(runs, all(wholePeople, wholeWay)),
			)),
		];
	},
};
