import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestOrg, TwoOrgs } from '../../../../../tests/harness/orgs.ts';
import {
	as,
	nobody,
	openTestPlatform,
	system,
	type TestPlatform,
	type TestPerson,
} from '../../../../../tests/harness/platform.ts';
import { allRows, asAdministrator, changes } from '../../../../../tests/harness/rows.ts';
import {
	chooseLanguage,
	findSession,
	listSessions,
	revokeSession,
	sessionDays,
	startSession,
} from './session.ts';

describe('a session', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	beforeAll(async () => {
		platform = await openTestPlatform();
		orgs = await platform.twoOrgs();
	});
	afterAll(() => platform.close());

	/** Signs somebody in on one more device. */
	const signIn = async (person: TestPerson, device = 'Firefox, Linux') =>
		(await platform.act(person.org, system, (ctx) => startSession(ctx, person.id, device))).token;
	const find = (token: string, { org }: Pick<TestOrg, 'org'> = orgs.here) =>
		findSession(platform.db, org.id, token, platform.now());
	/** The actor behind a token, as a request has it. */
	async function actorOf(token: string) {
		const found = await find(token);
		if (!found) throw new Error('This session is over.');
		return found.actor;
	}

	it('tells who it is, with roles and language; the token itself is stored nowhere', async () => {
		const token = await signIn(orgs.here.admin);
		expect(await find(token)).toMatchObject({
			actor: { kind: 'person', accountId: orgs.here.admin.id, roles: new Set(['program_admin']) },
			language: 'en',
		});
		const learner = await find(await signIn(orgs.here.learner));
		expect(learner).toMatchObject({ actor: { roles: new Set() }, language: 'es' });
		expect([...(await allRows(platform)).values()].flat().join('\n')).not.toContain(token);
	});

	it('is nobody in another organization, and so is a token that nobody made', async () => {
		const token = await signIn(orgs.there.admin);
		expect(await find(token)).toBeUndefined();
		for (const wrong of ['', 'x', '\0', token.toLowerCase(), `${token} `])
			expect(await find(wrong)).toBeUndefined();
		expect(await find(token, orgs.there)).toBeDefined();
	});

	it('ends by itself after its days', async () => {
		const token = await signIn(orgs.here.learner);
		platform.clock.pass({ days: sessionDays, seconds: -1 });
		expect(await find(token)).toBeDefined();
		platform.clock.pass({ seconds: 1 });
		expect(await find(token)).toBeUndefined();
	});

	it('loses a role the moment that it is taken away', async () => {
		const person = await orgs.here.add({ name: 'Hanna Lind', roles: ['handler', 'program_admin'] });
		const token = await signIn(person);
		expect((await actorOf(token)).roles).toEqual(new Set(['handler', 'program_admin']));
		await asAdministrator(platform, (admin) =>
			admin.query(`update role_grant set ended_at = now() where account_id = $1 and role = 'handler'`, [
				person.id,
			]),
		);
		expect((await actorOf(token)).roles).toEqual(new Set(['program_admin']));
	});

	it('is in the list of its own person alone, newest first, without those that are over', async () => {
		const person = await orgs.here.add({ name: 'Nadia Okoye' });
		await signIn(person, 'Old phone');
		platform.clock.pass({ days: sessionDays });
		await signIn(person, 'Firefox, Linux');
		platform.clock.pass({ hours: 1 });
		const phone = await actorOf(await signIn(person, `Safari, iPhone ${'x'.repeat(200)}`));
		const list = await platform.act(orgs.here.org, phone, listSessions);
		expect(list.map(({ device, current }) => [device.slice(0, 14), current])).toEqual([
			['Safari, iPhone', true],
			['Firefox, Linux', false],
		]);
		expect(list[0]?.device).toHaveLength(80);
		expect(await platform.act(orgs.here.org, as(orgs.here.admin), listSessions)).toEqual([]);
		await expect(platform.act(orgs.here.org, nobody, listSessions)).rejects.toMatchObject({
			code: 'sign_in_required',
		});
	});

	it('can be ended by its own person alone', async () => {
		const person = await orgs.here.add({ name: 'Otto Klein' });
		const [lost, kept] = [await signIn(person, 'Lost'), await signIn(person, 'Kept')];
		const { sessionId } = await actorOf(lost);
		const refused = await changes(platform, async () => {
			for (const stranger of [orgs.here.admin, orgs.here.learner, orgs.there.admin]) {
				await platform.act(stranger.org, as(stranger), (ctx) => revokeSession(ctx, sessionId));
			}
			const unknown = platform.act(orgs.here.org, nobody, (ctx) => revokeSession(ctx, sessionId));
			await expect(unknown).rejects.toMatchObject({ code: 'sign_in_required' });
		});
		expect(refused).toEqual({});
		const me = await actorOf(kept);
		const end = () => platform.act(orgs.here.org, me, (ctx) => revokeSession(ctx, sessionId));
		expect(await changes(platform, end)).toEqual({ session: '-1', audit_entry: '+1' });
		expect(await changes(platform, end)).toEqual({});
		expect([await find(lost), (await find(kept))?.actor.accountId]).toEqual([undefined, person.id]);
	});

	it('speaks the language that its person chose, and nobody else did', async () => {
		const { learner } = orgs.here;
		const token = await signIn(learner);
		const choose = () => platform.act(learner.org, as(learner), (ctx) => chooseLanguage(ctx, 'en'));
		expect(await changes(platform, choose)).toEqual({ account: '+1 -1', event: '+1', 'job event': '+1' });
		expect(await changes(platform, choose)).toEqual({});
		expect((await find(token))?.language).toBe('en');
		const unknown = platform.act(learner.org, nobody, (ctx) => chooseLanguage(ctx, 'es'));
		await expect(unknown).rejects.toMatchObject({ code: 'sign_in_required' });
	});
});
