import type { Ask } from './harness/client.ts';
import { quantile, repeat, runs, type Line } from './harness/line.ts';
import { deal, load, perSecond, unrefused } from './harness/load.ts';

/** A course step shown: pages of every kind of step, to people who have finished the course. */
export const step: Line = {
	name: 'step',
	async run(site) {
		const { app, finished, way, stepPath } = await site();
		const steps = [...new Set(way.map(({ step }) => step))];
		const asks: Ask[][] = finished.map((learner) =>
			steps.map((id) => ({ path: stepPath(learner, id), cookie: learner.cookie })),
		);
		const plan = { port: app.port, streams: deal(asks) };
		unrefused(await load({ ...plan, seconds: 2 })); // until the engine has compiled what is used
		const outcomes = await repeat(runs, async () => unrefused(await load({ ...plan, seconds: 5 })));
		return [
			{
				what: 'a course step shown',
				values: outcomes.map(perSecond),
				unit: '/s',
				budget: 840,
				is: 'at least',
			},
			{
				what: 'a course step shown, p95',
				values: outcomes.map(({ times }) => quantile(times, 0.95)),
				unit: 'ms',
				budget: 40,
				is: 'at most',
			},
		];
	},
};
