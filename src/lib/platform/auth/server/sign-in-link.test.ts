import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestOrg, TwoOrgs } from '../../../../../tests/harness/orgs.ts';
import {
	nobody,
	openTestPlatform,
	system,
	type TestPlatform,
} from '../../../../../tests/harness/platform.ts';
import { allRows, changes } from '../../../../../tests/harness/rows.ts';
import { requestSignIn } from '../../../people/server/request-sign-in.ts';
import { createSignInLink, linkIsGood, redeemSignInLink } from './sign-in-link.ts';

describe('a link that signs in', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	beforeAll(async () => {
		platform = await openTestPlatform();
		orgs = await platform.twoOrgs();
	});
	afterAll(() => platform.close());

	const newLink = async (
		reason: 'request' | 'invitation' = 'invitation',
		{ org, learner }: TestOrg = orgs.here,
	) => (await platform.act(org, system, (ctx) => createSignInLink(ctx, learner.id, reason))) ?? '';
	const isGood = (token: string, { org } = orgs.here) =>
		platform.act(org, nobody, (ctx) => linkIsGood(ctx, token));
	const redeem = (token: string, { org } = orgs.here) =>
		platform.act(org, nobody, (ctx) => redeemSignInLink(ctx, token));
	const used = { code: 'link_used' };

	it('is stored by its hash alone', async () => {
		const token = await newLink();
		expect(token).toMatch(/^[\w-]{43}$/);
		expect([...(await allRows(platform)).values()].flat().join('\n')).not.toContain(token);
	});

	it('is good for as many looks as there are, and for one use', async () => {
		const token = await newLink();
		const looks = await changes(platform, async () => {
			for (let look = 1; look <= 5; look += 1) expect(await isGood(token)).toBe(true);
		});
		expect(looks).toEqual({});
		const use = await changes(platform, async () => expect(await redeem(token)).toBe(orgs.here.learner.id));
		expect(use).toEqual({ sign_in_link: '+1 -1' });
		expect(await isGood(token)).toBe(false);
		expect(await changes(platform, () => expect(redeem(token)).rejects.toMatchObject(used))).toEqual({});
	});

	it('is used by one of many who use it at once', async () => {
		for (let round = 0; round < 10; round += 1) {
			const token = await newLink();
			const outcomes = await Promise.allSettled([1, 2, 3, 4, 5].map(() => redeem(token)));
			expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
			for (const outcome of outcomes) {
				if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject(used);
			}
		}
	});

	it.each([
		['asked for', 'request', { minutes: 30 }],
		['of an invitation', 'invitation', { days: 7 }],
	] as const)('%s is good for its time and not a second longer', async (_, reason, time) => {
		platform.clock.pass({ hours: 2 }); // whatever was asked for before does not count
		const [early, late] = [await newLink(reason), await newLink(reason)];
		platform.clock.pass(time);
		platform.clock.pass({ seconds: -1 });
		expect(await redeem(early)).toBe(orgs.here.learner.id);
		platform.clock.pass({ seconds: 1 });
		expect(await isGood(late)).toBe(false);
		await expect(redeem(late)).rejects.toMatchObject(used);
	});

	it('of another organization is no link here, and stays good there', async () => {
		const token = await newLink('invitation', orgs.there);
		const changed = await changes(platform, async () => {
			expect(await isGood(token)).toBe(false);
			await expect(redeem(token)).rejects.toMatchObject(used);
		});
		expect(changed).toEqual({});
		expect(await redeem(token, orgs.there)).toBe(orgs.there.learner.id);
	});

	it.each(['', ' ', 'x', '\0', "' or 1=1 --", 'é'.repeat(500)])(
		'that nobody made, such as "%s", is none',
		async (token) => {
			expect(await isGood(token)).toBe(false);
			await expect(redeem(token)).rejects.toMatchObject(used);
		},
	);

	it('can be asked for five times an hour; invitations go out nevertheless', async () => {
		platform.clock.pass({ hours: 2 });
		const asked = [];
		for (let request = 1; request <= 6; request += 1) asked.push(await newLink('request'));
		expect(asked.map((token) => token !== '')).toEqual([true, true, true, true, true, false]);
		expect(await newLink('invitation')).not.toBe('');
		expect(await newLink('request', orgs.there)).not.toBe('');
		platform.clock.pass({ minutes: 61 });
		expect(await newLink('request')).not.toBe('');
	});

	it('can be asked for five times an hour by one who asks many times at once, too', async () => {
		platform.clock.pass({ hours: 2 });
		const asked = await Promise.all(Array.from({ length: 16 }, () => newLink('request')));
		expect(asked.filter((token) => token !== '')).toHaveLength(5);
	});

	it('goes by mail to who uses the address; who asks learns nothing either way', async () => {
		platform.clock.pass({ hours: 2 });
		const { org, learner } = orgs.here;
		const ask = (email: string) =>
			platform.act(org, nobody, (ctx) => requestSignIn(ctx, email, 'https://learn.test'));
		const known = await changes(platform, async () => expect(await ask(learner.email)).toBeUndefined());
		expect(known).toEqual({ sign_in_link: '+1', mail: '+1', 'job mail': '+1' });
		const unknown = await changes(platform, async () => {
			for (const email of ['who@example.org', orgs.there.learner.email])
				expect(await ask(email)).toBeUndefined();
		});
		expect(unknown).toEqual({});
		for (let more = 1; more <= 4; more += 1) await ask(learner.email);
		expect(await changes(platform, () => ask(learner.email))).toEqual({});
	});
});
