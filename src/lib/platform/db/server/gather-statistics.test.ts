import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestPlatform, system, type TestPlatform } from '../../../../../tests/harness/platform.ts';
import { asAdministrator, changes } from '../../../../../tests/harness/rows.ts';
import { gatherStatistics } from './gather-statistics.ts';

describe('statistics', () => {
	let platform: TestPlatform;
	beforeAll(async () => {
		platform = await openTestPlatform();
	});
	afterAll(() => platform.close());

	const known = () =>
		asAdministrator(platform, async (admin) => {
			const { rows } = await admin.query<{ rows: number }>(
				`select reltuples::int as rows from pg_class where oid = 'public.event'::regclass`,
			);
			return rows[0]?.rows;
		});

	it('know of the rows of their own transaction, and change none', async () => {
		const { org } = (await platform.twoOrgs()).here;
		expect(await known()).toBeLessThan(1000);
		const changed = await changes(platform, () =>
			platform.act(org, system, async (ctx) => {
				await ctx.tx.execute(sql`
					insert into event (org_id, id, type, data, at)
					select ${org.id}::uuid, gen_random_uuid(), 'people.changed', '{"people":[]}', now() from generate_series(1, 1000)`);
				await gatherStatistics(ctx.tx);
			}),
		);
		expect(changed).toEqual({ event: '+1000' });
		expect(await known()).toBeGreaterThanOrEqual(1000);
	});
});
