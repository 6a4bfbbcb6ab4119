import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TwoOrgs } from '../../../../tests/harness/orgs.ts';
import { as, nobody, openTestPlatform, type TestPlatform } from '../../../../tests/harness/platform.ts';
import { changes } from '../../../../tests/harness/rows.ts';
import { chooseName } from './choose-name.ts';
import { reachPeople } from './find-person.ts';

describe('what somebody is called', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	beforeAll(async () => {
		platform = await openTestPlatform();
		orgs = await platform.twoOrgs();
	});
	afterAll(() => platform.close());

	const choose = (preferredName: string) =>
		platform.act(orgs.here.org, as(orgs.here.learner), (ctx) => chooseName(ctx, { preferredName }));
	const called = async ({ org, admin, learner } = orgs.here) =>
		(await platform.act(org, { kind: 'system' }, (ctx) => reachPeople(ctx, [admin.id, learner.id]))).map(
			({ calledName }) => calledName,
		);

	it('they choose for themselves, and for nobody else', async () => {
		expect((await called()).sort()).toEqual(['Dana', 'Rosa']);
		expect(await changes(platform, () => choose('Ren'))).toEqual({ person: '+1 -1' });
		expect((await called()).sort()).toEqual(['Dana', 'Ren']);
		expect((await called(orgs.there)).sort()).toEqual(['Dana', 'Rosa']);
	});

	it('is their given name again once they choose nothing', async () => {
		await choose('');
		expect((await called()).sort()).toEqual(['Dana', 'Rosa']);
	});

	it('is nothing that nobody may choose', async () => {
		const changed = await changes(platform, async () => {
			const attempt = platform.act(orgs.here.org, nobody, (ctx) => chooseName(ctx, { preferredName: 'Ren' }));
			await expect(attempt).rejects.toMatchObject({ code: 'sign_in_required' });
		});
		expect(changed).toEqual({});
	});
});
