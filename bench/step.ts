import type { Ask } from './harness/client.ts';
import { repeat, runs, type Line } from './harness/line.ts';
import { deal, load, unrefused } from './harness/load.ts';
import { rateAndP95 } from './harness/rate.ts';

/** A course step shown: pages of every kind of step, to people who have finished the course. */
export const step: Line = {
	name: 'step',
	async run(open) {
		const { app, finished, way, stepPath } = await open();
		const steps = [...new Set(way.map(({ step }) => step))];
		const asks: Ask[][] = finished.map((learner) =>
			steps.map((id) => ({ path: stepPath(learner, id), cookie: learner.cookie })),
		);
		const plan = { port: app.port, streams: deal(asks) };
		unrefused(await load({ ...plan, seconds: 2 })); // until the engine has compiled what is used
		const show = () => load({ ...plan, seconds: 5 });
		return rateAndP95(app, { what: 'a course step shown', least: 840, p95: 40 }, () => repeat(runs, show));
	},
};
