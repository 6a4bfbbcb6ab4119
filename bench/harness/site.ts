import { mkdirSync, rmSync } from 'node:fs';
import { startApp, type RunningApp } from '../../tests/harness/app.ts';
import { temporaryFolder } from '../../tests/harness/server.ts';
import type { Ask } from './client.ts';
import { deal, load, unrefused } from './load.ts';
import { seed, type Learner, type Seeded } from './seed.ts';

/** The real app over a seeded private PostgreSQL. */
export interface Site extends Seeded {
	readonly app: RunningApp;
	/** People who have finished the course and may open every step. */
	readonly finished: readonly Learner[];
	/** Takes people who have not begun; nobody is given out twice. */
	take(count: number): readonly Learner[];
	stepPath(learner: Learner, step: string): string;
	/** Every answer of one person, in order. */
	wholeWay(learner: Learner): Ask[];
	close(): Promise<void>;
}

const people = 3000;
const alreadyFinished = 64;

/**
 * Seeds and starts.
 * @param profile folder for a CPU profile of the app, written when it stops
 */
export async function openSite(profile?: string): Promise<Site> {
	const dataDir = temporaryFolder('bench');
	const seeded = await seed(dataDir, people);
	if (profile) mkdirSync(profile, { recursive: true });
	const env: Record<string, string> = profile
		? { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${profile} --cpu-prof-interval=500` }
		: {};
	const app = await startApp({ on: { dataDir }, env });
	const fresh = [...seeded.learners];
	const site: Site = {
		...seeded,
		app,
		finished: fresh.splice(0, alreadyFinished),
		take(count) {
			if (fresh.length < count)
				throw new Error('Everyone has been taken: ask for fewer, or seed more people.');
			return fresh.splice(0, count);
		},
		stepPath: (learner, step) => `/o/${seeded.org.slug}/app/learn/${learner.enrollment}/${step}`,
		wholeWay: (learner) =>
			seeded.way.map(({ step, form }) => ({
				path: site.stepPath(learner, step),
				cookie: learner.cookie,
				form,
			})),
		async close() {
			await app.stop();
			rmSync(dataDir, { recursive: true, force: true });
		},
	};
	unrefused(await load({ port: app.port, streams: deal(site.finished.map(site.wholeWay)) }));
	return site;
}
