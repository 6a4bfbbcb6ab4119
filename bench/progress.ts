import { median, repeat, runs, type Line } from './harness/line.ts';
import { load, unrefused } from './harness/load.ts';

/** The page that says who is done and who is not, over everyone, asked for by one person. */
export const progress: Line = {
	name: 'progress',
	async run(open) {
		const { app, org, adminCookie } = await open();
		const page = { path: `/o/${org.slug}/app/program`, cookie: adminCookie };
		const look = (times: number) =>
			load({ port: app.port, streams: [Array.from({ length: times }, () => page)] });
		unrefused(await look(30)); // until the engine has compiled what is used
		const outcomes = await repeat(runs, async () => unrefused(await look(60)));
		const values = outcomes.map(({ times }) => median(times));
		return [{ what: 'progress over 3,000 learners, p50', values, unit: 'ms', budget: 20, is: 'at most' }];
	},
};
