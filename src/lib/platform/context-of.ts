import type { Actor, Ctx, Org } from './context.ts';
import { localDay } from './dates/local-day.ts';
import type { Tx } from './db/server/database.ts';
import type { Jobs } from './jobs/server/jobs.ts';

/** The context of one verb inside an open transaction. */
export function contextOf(tx: Tx, jobs: Jobs, org: Org, actor: Actor, now: Date): Ctx {
	return {
		tx,
		org,
		actor,
		now,
		get today() {
			return localDay(now, org.timeZone);
		},
		send: (queue, data) =>
			jobs.send(
				tx,
				queue,
				data.map((job) => ({ ...job, org: org.id })),
			),
		asked: { access: actor.kind === 'system' },
	};
}
