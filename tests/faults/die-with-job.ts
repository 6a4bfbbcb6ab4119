/**
 * A process of its own that publishes an event and is killed, as by a power cut:
 * `node die-with-job.ts <app url> <organization> <when>`. It dies while its transaction is `open`, as soon as it is
 * `committed`, or while a subscriber is `working` on the event.
 */
import { randomUUID } from 'node:crypto';
import { readConfig } from '../../src/lib/platform/config/read-config.ts';
import type { Ctx, Org } from '../../src/lib/platform/context.ts';
import { openDatabase } from '../../src/lib/platform/db/server/database.ts';
import { eventQueue, publish } from '../../src/lib/platform/events/server/publish.ts';
import { openJobs } from '../../src/lib/platform/jobs/server/jobs.ts';
import { openLog } from '../../src/lib/platform/log/log.ts';
import { contextOf } from '../../src/lib/platform/context-of.ts';
import { openPlatform } from '../../src/lib/platform/platform.ts';
import { noting } from './noting.ts';

const [url = '', id = '', when = ''] = process.argv.slice(2);
const org = { id } as Org;
const log = openLog('error');
const happen = (ctx: Ctx) =>
	publish(ctx, 'course.started', null, { enrollment: randomUUID(), course: 'any' });

function die(): Promise<never> {
	process.kill(process.pid, 'SIGKILL');
	return new Promise(() => undefined);
}

if (when === 'working') {
	const fatal = {
		...noting,
		async apply(...told: Parameters<typeof noting.apply>) {
			await noting.apply(...told);
			await die();
		},
	};
	const areas = { subscribers: [fatal], queues: [], rounds: [], data: [], atStart: [] };
	const platform = await openPlatform(readConfig({}), url, log, areas);
	await platform.act(org, { kind: 'system' }, happen);
} else {
	// Nobody works here: what was sent waits for another process.
	const jobs = await openJobs(url, [eventQueue], log);
	await openDatabase(url, 2, () => undefined).inOrg(id, async (tx) => {
		await happen(contextOf(tx, jobs, org, { kind: 'system' }, new Date()));
		if (when === 'open') await die();
	});
	await die();
}
