import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobStates } from '../../../tests/harness/jobs.ts';
import { openTestPlatform, type TestPlatform } from '../../../tests/harness/platform.ts';
import { asAdministrator } from '../../../tests/harness/rows.ts';

describe('behind the scenes', () => {
	let platform: TestPlatform;
	const seen: string[] = [];

	beforeAll(async () => {
		platform = await openTestPlatform({
			queues: [
				{ queue: 'test.errand', run: async (ctx, job) => void seen.push(`${ctx.org.slug} ${job.what}`) },
			],
			rounds: [
				{
					name: 'test.round',
					cron: '0 4 * * *',
					run: async (ctx) => void seen.push(`round ${ctx.org.slug}`),
				},
			],
		});
	});
	afterAll(() => platform.close());

	it('an area works off its own queue, in the organization that sent the job', async () => {
		const { here } = await platform.twoOrgs();
		await platform.act(here.org, { kind: 'system' }, (ctx) => ctx.send('test.errand', [{ what: 'bread' }]));
		await platform.settled();
		expect(seen.splice(0)).toEqual([`${here.org.slug} bread`]);
	});

	it('what the clock sends reaches every organization once', async () => {
		const { here, there } = await platform.twoOrgs();
		const scheduled = await asAdministrator(platform, (admin) =>
			admin.query<{ cron: string }>(`select cron from jobs.schedule where name = 'test.round'`),
		);
		expect(scheduled.rows).toEqual([{ cron: '0 4 * * *' }]);
		await platform.ring('test.round');
		await platform.settled();
		expect(seen.splice(0).sort()).toEqual([`round ${here.org.slug}`, `round ${there.org.slug}`].sort());
		expect(await jobStates(platform, 'test.round')).toEqual({ completed: 3 });
	});
});
