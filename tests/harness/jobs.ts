import { PgBoss } from 'pg-boss';
import type { TestPlatform } from './platform.ts';
import { asAdministrator, asRole } from './rows.ts';

/** Jobs of a queue by state, such as `{ completed: 2 }`. */
export async function jobStates(
	platform: Pick<TestPlatform, 'database'>,
	queue: string,
): Promise<Record<string, number>> {
	return asAdministrator(platform, async (admin) => {
		const { rows } = await admin.query<{ state: string; count: number }>(
			`select state::text, count(*)::int as count from jobs.job where name = $1 group by 1`,
			[queue],
		);
		return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
	});
}

/** Makes jobs that failed and wait for their next try due at once. */
export async function retryNow(platform: Pick<TestPlatform, 'database'>): Promise<void> {
	await asAdministrator(platform, (admin) =>
		admin.query(`update jobs.job set start_after = now() where state = 'retry'`),
	);
}

/** As if two minutes had passed: the queue gives the work of a process that never came back to the next one, now. */
export async function expireActiveJobs(adminUrl: string): Promise<void> {
	await asRole(adminUrl, (admin) =>
		admin.query(
			`update jobs.job set started_on = now() - interval '121 seconds' where name = 'event' and state = 'active'`,
		),
	);
	const boss = new PgBoss({ connectionString: adminUrl, schema: 'jobs', migrate: false, max: 2 });
	boss.on('error', () => undefined);
	await boss.start();
	await boss.supervise('event');
	await boss.stop({ graceful: false });
	await asRole(adminUrl, (admin) =>
		admin.query(`update jobs.job set start_after = now() where name = 'event' and state = 'retry'`),
	);
}

/** Sends the job that the clock sends when a round is due. */
export async function ring(adminUrl: string, round: string): Promise<void> {
	const boss = new PgBoss({ connectionString: adminUrl, schema: 'jobs', migrate: false, max: 1 });
	boss.on('error', () => undefined);
	await boss.start();
	await boss.send(round, { org: '' });
	await boss.stop({ graceful: false });
}
