import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../src/lib/platform/config/project-root.ts';
import { startApp, type RunningApp } from '../tests/harness/app.ts';
import { repeat, runs, type Line } from './harness/line.ts';

/** From `npm start` to the first answer that it is ready: without pages and data, and on what an earlier run left. */
export const start: Line = {
	name: 'start',
	async run() {
		rmSync(join(projectRoot, 'build'), { recursive: true, force: true });
		const [first, firstSeconds] = await timed(() => startApp());
		let app = first;
		try {
			const restarts = await repeat(runs, async () => {
				await app.stop();
				const [again, seconds] = await timed(() => startApp({ on: app }));
				app = again;
				return seconds;
			});
			const note = 'pages built, database made; installing left out';
			return [
				{ what: 'first start', values: [firstSeconds], unit: 's', budget: 90, is: 'at most', note },
				{ what: 'restart', values: restarts, unit: 's', budget: 3, is: 'at most' },
			];
		} finally {
			await app.remove();
		}
	},
};

async function timed(work: () => Promise<RunningApp>): Promise<[RunningApp, number]> {
	const begin = performance.now();
	return [await work(), (performance.now() - begin) / 1000];
}
