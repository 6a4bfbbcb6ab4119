import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { as, nobody, openTestPlatform, type TestPlatform } from '../../../../tests/harness/platform.ts';
import { chooseName } from './choose-name.ts';
import { ownName } from './find-person.ts';

describe('chooseName', () => {
	let platform: TestPlatform;
	beforeAll(async () => {
		platform = await openTestPlatform();
	});
	afterAll(() => platform.close());

	it('changes what one is called, for oneself alone, and back again', async () => {
		const { here, there } = await platform.twoOrgs();
		const others = [here.admin, there.learner];
		const namesOf = () => Promise.all(others.map((other) => platform.act(other.org, as(other), ownName)));
		const before = await namesOf();

		await platform.act(here.org, as(here.learner), (ctx) => chooseName(ctx, { preferredName: 'Pri' }));
		expect((await platform.act(here.org, as(here.learner), ownName)).calledName).toBe('Pri');
		expect(await namesOf()).toEqual(before);

		await platform.act(here.org, as(here.learner), (ctx) => chooseName(ctx, { preferredName: '' }));
		const after = await platform.act(here.org, as(here.learner), ownName);
		expect(after.preferredName).toBeNull();
		expect(after.calledName).not.toBe('');
	});

	it('is for whoever signed in', async () => {
		const { here } = await platform.twoOrgs();
		const choose = platform.act(here.org, nobody, (ctx) => chooseName(ctx, { preferredName: 'Nobody' }));
		await expect(choose).rejects.toMatchObject({ code: 'sign_in_required' });
	});
});
