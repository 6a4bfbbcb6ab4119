import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestOrg, TwoOrgs } from '../../../../../tests/harness/orgs.ts';
import {
	as,
	nobody,
	openTestPlatform,
	type TestPerson,
	type TestPlatform,
} from '../../../../../tests/harness/platform.ts';
import { allRows, changes } from '../../../../../tests/harness/rows.ts';
import { softPasskey, type Mischief, type SoftPasskey } from '../../../../../tests/harness/soft-passkey.ts';
import { beginPasskeySignIn, signInByPasskey } from './passkey-sign-in.ts';
import { addPasskey, beginPasskey, listPasskeys, removePasskey } from './passkey.ts';
import { findSession } from './session.ts';

const home = { origin: 'https://learn.test', host: 'learn.test' };

describe('a passkey', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	let person: TestPerson;
	let count = 0;
	beforeAll(async () => {
		platform = await openTestPlatform();
		orgs = await platform.twoOrgs();
	});
	beforeEach(async () => {
		person = await orgs.here.add({ name: `Pass Key${(count += 1)}` });
	});
	afterAll(() => platform.close());

	const begin = (who = person) => platform.act(who.org, as(who), (ctx) => beginPasskey(ctx, home, who.name));
	const add = (answer: unknown, who = person) =>
		platform.act(who.org, as(who), (ctx) => addPasskey(ctx, home, { answer, name: 'My phone' }));
	async function enrolled(who = person): Promise<SoftPasskey> {
		const device = softPasskey(home);
		expect(await add(device.create(await begin(who)), who)).toBe(true);
		return device;
	}
	const knock = ({ org }: Pick<TestOrg, 'org'> = orgs.here) =>
		platform.act(org, nobody, (ctx) => beginPasskeySignIn(ctx, home));
	const enter = (answer: unknown, { org }: Pick<TestOrg, 'org'> = orgs.here) =>
		platform.act(org, nobody, (ctx) => signInByPasskey(ctx, home, answer, 'Firefox, Linux'));

	it('is added by its owner and signs them in, without a name typed', async () => {
		const device = softPasskey(home);
		const options = await begin();
		expect(options).toMatchObject({
			rp: { id: 'learn.test' },
			authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
		});
		const added = await changes(platform, async () => expect(await add(device.create(options))).toBe(true));
		expect(added).toEqual({ passkey: '+1', passkey_challenge: '-1', audit_entry: '+1' });

		const question = await knock();
		expect(question).toMatchObject({ rpId: 'learn.test', userVerification: 'required' });
		expect(question.allowCredentials ?? []).toEqual([]);
		const session = await enter(device.get(question));
		const found = await findSession(platform.db, person.org.id, session?.token ?? '', platform.now());
		expect(found?.actor.accountId).toBe(person.id);
		const [listed] = await platform.act(person.org, as(person), listPasskeys);
		expect(listed).toMatchObject({ name: 'My phone', lastUsedAt: platform.now() });
	});

	it('keeps its secret and our questions out of the database', async () => {
		const { challenge } = await knock();
		expect([...(await allRows(platform)).values()].flat().join('\n')).not.toContain(challenge);
	});

	it.each<[string, Mischief]>([
		['from another address', { origin: 'https://evil.test' }],
		['from plain http', { origin: 'http://learn.test' }],
		['bound to another host', { host: 'evil.test' }],
		['to a question that nobody asked', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
		['without its owner verified', { unverified: true }],
		['signed with another key', { foreignKey: true }],
		['in the name of somebody else', { userHandle: 'AAAAAAAAAAAAAAAAAAAAAA' }],
		['of a copy, whose counter went back', { counter: 1 }],
	])('signs nobody in with an answer %s', async (_, mischief) => {
		const device = await enrolled();
		const question = await knock();
		const sessions = async () => (await allRows(platform)).get('session')?.length ?? 0;
		const before = await sessions();
		expect(await enter(device.get(question, mischief))).toBeUndefined();
		expect(await sessions()).toBe(before);
		if (mischief.challenge) return;
		// The question is used up: the honest answer to it comes too late.
		expect(await enter(device.get(question))).toBeUndefined();
		expect(await enter(device.get(await knock()))).toBeDefined();
	});

	it('answers each question once, in time, and one after the other when two answer at once', async () => {
		const device = await enrolled();
		const answer = device.get(await knock());
		expect(await enter(answer)).toBeDefined();
		expect(await enter(answer)).toBeUndefined();
		const late = device.get(await knock());
		platform.clock.pass({ minutes: 5 });
		expect(await enter(late)).toBeUndefined();
		const twice = device.get(await knock());
		const outcomes = await Promise.all([enter(twice), enter(twice), enter(twice)]);
		expect(outcomes.filter(Boolean)).toHaveLength(1);
	});

	it('of one organization opens no other, and neither do its questions', async () => {
		const device = await enrolled();
		expect(await enter(device.get(await knock(orgs.there)), orgs.there)).toBeUndefined();
		expect(await enter(device.get(await knock()), orgs.there)).toBeUndefined();
		const stranger = await enrolled(orgs.there.learner);
		expect(await enter(stranger.get(await knock()))).toBeUndefined();
		expect(await enter(stranger.get(await knock(orgs.there)), orgs.there)).toBeDefined();
	});

	it.each([
		undefined,
		null,
		'',
		[],
		{},
		{ id: 'x', rawId: 'x', type: 'public-key', response: {} },
		{
			id: 'x',
			rawId: 'x',
			type: 'public-key',
			response: { clientDataJSON: 'bnVsbA', authenticatorData: '', signature: '' },
		},
	])('is not %j', async (answer) => {
		expect(await enter(answer)).toBeUndefined();
		expect(await add(answer)).toBe(false);
	});

	it.each<[string, Mischief]>([
		['from another address', { origin: 'https://evil.test' }],
		['bound to another host', { host: 'evil.test' }],
		['without its owner verified', { unverified: true }],
	])('is not added %s', async (_, mischief) => {
		const changed = await changes(platform, async () => {
			expect(await add(softPasskey(home).create(await begin(), mischief))).toBe(false);
		});
		expect(changed).toEqual({});
	});

	it('is not added to a question of somebody else, of the door, nor twice', async () => {
		const other = await orgs.here.add({ name: `Somebody Else${count}` });
		const device = softPasskey(home);
		expect(await add(device.create(await begin(other)))).toBe(false);
		expect(await add(device.create({ ...(await begin()), ...(await knock()) }))).toBe(false);
		expect(await add(device.create(await begin()))).toBe(true);
		expect(await add(device.create(await begin(other)), other)).toBe(false);
	});

	it('is neither added nor removed on a shared tablet', async () => {
		await enrolled();
		const [mine] = await platform.act(person.org, as(person), listPasskeys);
		const onTablet = { ...as(person), onTablet: true };
		for (const act of [
			() => platform.act(person.org, onTablet, (ctx) => beginPasskey(ctx, home, 'Me')),
			() => platform.act(person.org, onTablet, (ctx) => removePasskey(ctx, mine?.id ?? '')),
		])
			await expect(act()).rejects.toMatchObject({ code: 'not_found' });
	});

	it('is removed by its owner alone, and opens nothing from then on', async () => {
		const device = await enrolled();
		const [mine] = await platform.act(person.org, as(person), listPasskeys);
		const remove = (who: TestPerson) =>
			platform.act(who.org, as(who), (ctx) => removePasskey(ctx, mine?.id ?? ''));
		const refused = await changes(platform, async () => {
			for (const who of [orgs.here.admin, orgs.there.admin]) await remove(who);
		});
		expect(refused).toEqual({});
		expect(await changes(platform, () => remove(person))).toEqual({ passkey: '-1', audit_entry: '+1' });
		expect(await changes(platform, () => remove(person))).toEqual({});
		expect(await enter(device.get(await knock()))).toBeUndefined();
	});

	it('cannot be added without having signed in', async () => {
		const attempt = platform.act(orgs.here.org, nobody, (ctx) => beginPasskey(ctx, home, 'Me'));
		await expect(attempt).rejects.toMatchObject({ code: 'sign_in_required' });
	});
});
