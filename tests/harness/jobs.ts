import type { TestPlatform } from './platform.ts';
import { asAdministrator } from './rows.ts';

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
