import { setTimeout as sleep } from 'node:timers/promises';
import { startApp } from '../tests/harness/app.ts';
import { openDemo } from '../tests/harness/demo.ts';
import { ask } from '../tests/ops/ask.ts';
import { quantile, repeat, runs, type Line } from './harness/line.ts';

const people = 3000;
/** Milliseconds between two looks at another page. */
const pause = 50;

/** The demo organization, from the press of its button to its door, and how long another page takes meanwhile. */
export const demo: Line = {
	name: 'demo',
	async run() {
		const rounds = await repeat(runs, async () => {
			const app = await startApp({ env: { DEMO_PEOPLE: String(people) } });
			try {
				const begin = performance.now();
				let built = false;
				const building = openDemo(app.url).finally(() => (built = true));
				const times: number[] = [];
				while (!built) {
					const asked = performance.now();
					await ask(app.port, '/');
					times.push(performance.now() - asked);
					await sleep(pause);
				}
				await building;
				return { seconds: (performance.now() - begin) / 1000, p95: quantile(times, 0.95) };
			} finally {
				await app.remove();
			}
		});
		return [
			{
				what: 'demo of 3,000 people and a year, built',
				values: rounds.map(({ seconds }) => seconds),
				unit: 's',
				budget: 60,
				is: 'at most',
			},
			{
				what: 'the first page shown meanwhile, p95',
				values: rounds.map(({ p95 }) => p95),
				unit: 'ms',
				budget: 100,
				is: 'at most',
				note: 'both cores are busy: PostgreSQL writes, and somebody looks twenty times a second',
			},
		];
	},
};
