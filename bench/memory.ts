import { appMemory } from './harness/app-memory.ts';
import type { Line } from './harness/line.ts';
import { deal, load, streams, unrefused } from './harness/load.ts';

/** What the app holds while learners look at steps and answer. */
export const memory: Line = {
	name: 'memory',
	async run(open) {
		const { app, finished, way, stepPath, wholeWay, take } = await open();
		const steps = [...new Set(way.map(({ step }) => step))];
		const views = finished.map((learner) =>
			steps.map((step) => ({ path: stepPath(learner, step), cookie: learner.cookie })),
		);
		const values: number[] = [];
		const timer = setInterval(() => values.push(appMemory(app)), 250);
		unrefused(await load({ port: app.port, streams: deal(views), seconds: 4 }));
		unrefused(await load({ port: app.port, streams: deal(take(10 * streams).map(wholeWay)) }));
		clearInterval(timer);
		const most = [Math.max(...values)];
		return [{ what: 'memory of the app under load', values: most, unit: 'MB', budget: 300, is: 'at most' }];
	},
};
