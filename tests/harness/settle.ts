import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';

interface Waiting {
	name: string;
	state: string;
	count: number;
	problem: string | null;
}

/**
 * Waits until no job waits or runs.
 * @param unattended queues that nobody works off, which do not count
 * @throws Error naming what is left and why it failed, after half a minute
 */
export async function settle(pool: Pool, unattended: readonly string[], patienceMs = 30_000): Promise<void> {
	const end = performance.now() + patienceMs;
	for (;;) {
		const left = await waiting(pool, unattended);
		if (left.length === 0) return;
		if (performance.now() > end) {
			const words = left.map(
				(job) => `${job.count} of ${job.name} ${job.state}${job.problem ? `: ${job.problem}` : ''}`,
			);
			throw new Error(`Jobs are still left:\n${words.join('\n')}`);
		}
		await sleep(20);
	}
}

/** Jobs that are due now, by queue. Those of the queue's own housekeeping, and those for later, are not ours. */
async function waiting(pool: Pool, unattended: readonly string[]): Promise<Waiting[]> {
	const { rows } = await pool.query<Waiting>(
		`select name, state::text, count(*)::int as count, min(output ->> 'message') as problem from jobs.job
		where state in ('created', 'retry', 'active') and not starts_with(name, '__pgboss__') and name <> all ($1)
			and (state <> 'created' or start_after <= now())
		group by 1, 2 order by 1, 2`,
		[unattended],
	);
	return rows;
}
