import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TwoOrgs } from '../../../../tests/harness/orgs.ts';
import {
	as,
	nobody,
	openTestPlatform,
	system,
	type TestPerson,
	type TestPlatform,
} from '../../../../tests/harness/platform.ts';
import { allRows, asAdministrator, changes } from '../../../../tests/harness/rows.ts';
import { choosePinOf, enabledTablet } from '../../../../tests/harness/tablet.ts';
import { findSession, listSessions, stayAwake, startSession } from '../../platform/auth/server/session.ts';
import { listTablets, switchOffTablet } from '../../platform/auth/server/shared-tablet.ts';
import { createStartCodes } from '../../platform/auth/server/sign-in-link.ts';
import { signInByBadge } from './badge-sign-in.ts';
import { chooseOwnPin, startWithCode } from './choose-pin.ts';
import { recordFacts } from './record-facts.ts';

const right = '270461';
const wrong = '270462';

describe('badge number and PIN', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	let tablet: string;
	let first: TestPerson;
	let person: TestPerson;
	let number: string;
	let count = 0;
	beforeAll(async () => {
		platform = await openTestPlatform();
		orgs = await platform.twoOrgs();
		first = await orgs.here.add({ name: 'First One' });
		await choosePinOf(platform, first, right);
	});
	beforeEach(async () => {
		platform.clock.pass({ days: 2 }); // what was tried before is forgotten
		tablet = await enabledTablet(platform, orgs.here);
		person = await orgs.here.add({ name: `Line Worker${(count += 1)}`, roles: ['handler'] });
		number = await numberOf(person);
		await sameAs(first, person);
	});
	afterAll(() => platform.close());

	/** Gives somebody the PIN of somebody else: choosing one takes its time. */
	const sameAs = (from: TestPerson, to: TestPerson) =>
		asAdministrator(platform, (admin) =>
			admin.query(
				`insert into pin select org_id, $2, hash, salt, parameters, chosen_at from pin where account_id = $1`,
				[from.id, to.id],
			),
		);
	const numberOf = async ({ id }: TestPerson) => {
		const ask = 'select number from person where id = $1';
		const { rows } = await asAdministrator(platform, (admin) => admin.query<{ number: string }>(ask, [id]));
		return rows[0]?.number ?? '';
	};
	const enter = (pin: string, typed = number, token: string | undefined = tablet, org = orgs.here.org) =>
		platform.act(org, nobody, (ctx) => signInByBadge(ctx, token, { number: typed, pin }));
	async function token(): Promise<string> {
		const outcome = await enter(right);
		if (!('session' in outcome)) throw new Error(`Refused: ${outcome.refused}.`);
		return outcome.session.token;
	}
	const find = (token: string) => findSession(platform.db, orgs.here.org.id, token, platform.now());

	/** As if so many more had been tried, without the time that it takes. */
	const tried = (times: number, of: 'badge' | 'tablet') =>
		asAdministrator(platform, (admin) =>
			admin.query(
				`update pin_failure set failures = failures + $1, wait_until = failed_at where of = $2 and failures > 0`,
				[times, of],
			),
		);

	it('sign in on a shared tablet, to what is one’s own and to no desk', async () => {
		const changed = await changes(platform, async () => void (await token()));
		expect(changed).toEqual({ session: '+1', shared_tablet: '+1 -1', pin_failure: '+1' });
		const found = await find(await token());
		expect(found?.actor).toEqual({
			kind: 'person',
			accountId: person.id,
			sessionId: expect.any(String) as string,
			roles: new Set(),
			onTablet: true,
		});
		const elsewhere = await platform.act(person.org, system, (ctx) => startSession(ctx, person.id, 'Mine'));
		expect((await find(elsewhere.token))?.actor.roles).toEqual(new Set(['handler']));
		const list = await platform.act(person.org, as(person), listSessions);
		expect(list.map(({ device, way }) => [device, way])).toContainEqual(['Break room', 'badge']);
	});

	it('are kept as hashes with a salt each', async () => {
		await choosePinOf(platform, person, right);
		const rows = await allRows(platform);
		const kept = (rows.get('pin') ?? [])
			.map((row) => JSON.parse(row) as { account_id: string; hash: string; salt: string })
			.filter(({ account_id: owner }) => [first.id, person.id].includes(owner));
		expect(new Set(kept.map(({ hash }) => hash)).size).toBe(2);
		expect(new Set(kept.map(({ salt }) => salt)).size).toBe(2);
		expect([...rows.values()].flat().join('\n')).not.toContain(right);
	});

	it('are refused alike whether the number, the PIN or both are unknown', async () => {
		const noPin = await orgs.here.add({ name: `No Pin${count}` });
		for (const [typed, pin] of [
			[number, wrong],
			['no such badge', right],
			[await numberOf(noPin), right],
			[number, ''],
			[number, '0'.repeat(100_000)],
			['\0'.replace('\0', '%'), right],
			['', ''],
		] as const)
			expect(await enter(pin, typed)).toEqual({ refused: 'wrong' });
		expect(await enter(right)).toHaveProperty('session');
	});

	it('open nothing anywhere but on a tablet of this organization', async () => {
		const there = await enabledTablet(platform, orgs.there);
		for (const attempt of [
			() => enter(right, number, 'made-up'),
			() =>
				platform.act(orgs.here.org, nobody, (ctx) => signInByBadge(ctx, undefined, { number, pin: right })),
			() => enter(right, number, there),
		])
			await expect(attempt()).rejects.toMatchObject({ code: 'not_found' });
		expect(await enter(right, number, there, orgs.there.org)).toEqual({ refused: 'wrong' });
	});

	it('are not chosen anew on the tablet by whoever finds it open', async () => {
		const found = await find(await token());
		const wish = { pin: '802915', again: '802915' };
		const again = platform.act(person.org, found?.actor ?? nobody, (ctx) => chooseOwnPin(ctx, wish));
		await expect(again).rejects.toMatchObject({ code: 'not_found' });
		expect(await enter('802915')).toEqual({ refused: 'wrong' });
	});

	it('wait after a few wrong ones, known or not, and are locked after ten', async () => {
		for (const typed of [number, `nobody's ${count}`]) {
			platform.clock.pass({ hours: 2 });
			expect(await enter(wrong, typed)).toEqual({ refused: 'wrong' });
			await tried(3, 'badge');
			expect(await enter(wrong, typed)).toEqual({ refused: 'wrong' });
			// The right one does not help now: whoever tries learns nothing.
			expect(await enter(right, typed)).toEqual({ refused: 'wait', minutes: 1, locked: false });
			await tried(4, 'badge');
			expect(await enter(wrong, typed)).toEqual({ refused: 'wrong' });
			platform.clock.pass({ days: 20 });
			expect(await enter(right, typed)).toMatchObject({ refused: 'wait', locked: true });
		}
	});

	it('are counted however many are tried at once', async () => {
		const outcomes = await Promise.all(Array.from({ length: 16 }, () => enter(wrong)));
		const looked = outcomes.filter((outcome) => 'refused' in outcome && outcome.refused === 'wrong');
		expect(looked).toHaveLength(5);
	});

	it('begin to count anew when the right one comes', async () => {
		for (let round = 1; round <= 2; round += 1) {
			await enter(wrong);
			await tried(3, 'badge');
			expect(await enter(right)).toHaveProperty('session');
		}
	});

	it('make everybody wait at a tablet where many numbers are tried', async () => {
		await enter(wrong, 'guess 1');
		await tried(19, 'tablet');
		await enter(wrong, 'guess 21');
		expect(await enter(right)).toEqual({ refused: 'wait', minutes: 1, locked: false });
		const other = await enabledTablet(platform, orgs.here, 'Loading dock');
		expect(await enter(right, number, other)).toHaveProperty('session');
	});

	it('open nothing anymore when their owner has left', async () => {
		const ended = { personId: person.id, kind: 'employment', value: 'ended' } as const;
		const startsOn = new Date(platform.now().getTime() - 86_400_000 * 2).toISOString().slice(0, 10);
		await platform.act(person.org, system, (ctx) => recordFacts(ctx, [{ ...ended, startsOn }]));
		expect(await enter(right)).toEqual({ refused: 'wrong' });
	});

	describe('begin a session that', () => {
		it('ends after ten minutes without anybody, and after ninety in any case', async () => {
			const idle = await token();
			platform.clock.pass({ minutes: 10, seconds: -1 });
			expect(await find(idle)).toBeDefined();
			platform.clock.pass({ seconds: 1 });
			expect(await find(idle)).toBeUndefined();
			const busy = await token();
			for (let minute = 0; minute < 89; minute += 1) {
				platform.clock.pass({ minutes: 1 });
				const found = await find(busy);
				await stayAwake(platform.db, person.org.id, found?.actor.sessionId ?? '', platform.now());
			}
			expect(await find(busy)).toBeDefined();
			platform.clock.pass({ minutes: 1 });
			expect(await find(busy)).toBeUndefined();
			const list = await platform.act(person.org, as(person), listSessions);
			expect(list).toEqual([]);
		});

		it('ends when its tablet is switched off, and no other does', async () => {
			const [here, other] = [await token(), await enabledTablet(platform, orgs.here, 'Loading dock')];
			const elsewhere = await enter(right, number, other);
			const asAdmin = <Result>(work: Parameters<typeof platform.act<Result>>[2]) =>
				platform.act(orgs.here.org, as(orgs.here.admin), work);
			const list = await asAdmin(listTablets);
			const used = list.find(({ lastUsedAt, name }) => name === 'Break room' && lastUsedAt);
			const off = () => asAdmin((ctx) => switchOffTablet(ctx, list.at(-1)?.id ?? used?.id ?? ''));
			expect(list.length).toBeGreaterThan(1);
			await off();
			const left = [await find(here), await find('session' in elsewhere ? elsewhere.session.token : '')];
			expect(left.filter(Boolean)).toHaveLength(1);
			expect(await changes(platform, off)).toEqual({});
		});
	});

	describe('are chosen with a code that', () => {
		const code = async (purpose: 'card' | 'help' = 'card') =>
			(await platform.act(person.org, system, (ctx) => createStartCodes(ctx, [person.id], purpose)))[0] ?? '';
		const start = (code: string, pin: string, again = pin, org = orgs.here.org, on = tablet) =>
			platform.act(org, nobody, (ctx) => startWithCode(ctx, on, code, { pin, again }));

		it('is used up only by a PIN that is taken, and replaces the one before', async () => {
			const once = await code();
			expect(await start(once, '123456')).toEqual({ problem: 'easy' });
			expect(await start(once, '802915', '802916')).toEqual({ problem: 'differs' });
			expect(await start(`${once.slice(0, 4)}-${once.slice(4).toLowerCase()}`, '802915')).toHaveProperty(
				'session',
			);
			await expect(start(once, '802915')).rejects.toMatchObject({ code: 'link_used' });
			expect(await enter(right)).toEqual({ refused: 'wrong' });
			expect(await enter('802915')).toHaveProperty('session');
		});

		it('opens a locked number again', async () => {
			await enter(wrong);
			await tried(8, 'badge');
			await enter(wrong);
			expect(await enter(right)).toMatchObject({ locked: true });
			await start(await code('help'), '802915');
			expect(await enter('802915')).toHaveProperty('session');
		});

		it('is good for its time, here, on a shared tablet', async () => {
			const there = await enabledTablet(platform, orgs.there);
			const used = { code: 'link_used' };
			await expect(start(await code(), right, right, orgs.there.org, there)).rejects.toMatchObject(used);
			await expect(start(await code(), right, right, orgs.here.org, 'none')).rejects.toMatchObject({
				code: 'not_found',
			});
			const card = await code();
			platform.clock.pass({ days: 30 });
			await expect(start(card, '802915')).rejects.toMatchObject(used);
			const help = await code('help');
			platform.clock.pass({ minutes: 15 });
			await expect(start(help, '802915')).rejects.toMatchObject(used);
		});

		it('is worthless when the next one is made', async () => {
			const [first, second] = [await code(), await code()];
			await expect(start(first, '802915')).rejects.toMatchObject({ code: 'link_used' });
			expect(await start(second, '802915')).toHaveProperty('session');
		});
	});

	it('that were wrong are forgotten after a month, with what else is of no use', async () => {
		await enter(wrong);
		platform.clock.pass({ days: 40 });
		await platform.ring('privacy.retain');
		await platform.settled();
		const rows = await allRows(platform, orgs.here.org.id);
		expect(rows.get('pin_failure')).toEqual([]);
		expect(rows.get('session')).toEqual([]);
		expect(rows.get('pin')).not.toEqual([]);
	});
});

describe('a shared tablet', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	beforeAll(async () => {
		platform = await openTestPlatform();
		orgs = await platform.twoOrgs();
	});
	afterAll(() => platform.close());

	it('is enabled and switched off by program admins of its organization alone', async () => {
		const token = await enabledTablet(platform, orgs.here);
		expect([...(await allRows(platform)).values()].flat().join('\n')).not.toContain(token);
		const [tablet] = await platform.act(orgs.here.org, as(orgs.here.admin), listTablets);
		const off = (who: TestPerson) =>
			platform.act(who.org, as(who), (ctx) => switchOffTablet(ctx, tablet?.id ?? ''));
		const refused = await changes(platform, async () => {
			await expect(off(orgs.here.learner)).rejects.toMatchObject({ code: 'not_found' });
			await off(orgs.there.admin);
			await expect(enabledTablet(platform, { ...orgs.here, admin: orgs.here.learner })).rejects.toMatchObject(
				{
					code: 'not_found',
				},
			);
		});
		expect(refused).toEqual({});
		expect(await changes(platform, () => off(orgs.here.admin))).toEqual({
			shared_tablet: '+1 -1',
			audit_entry: '+1',
		});
	});

	it('is enabled once by a form that comes twice, and its admin is signed out on it', async () => {
		const { org, admin } = orgs.here;
		const { token } = await platform.act(org, system, (ctx) => startSession(ctx, admin.id, 'The tablet'));
		const me = await findSession(platform.db, org.id, token, platform.now());
		const { enableTablet, findTablet } = await import('../../platform/auth/server/shared-tablet.ts');
		const wish = { key: crypto.randomUUID(), name: 'Ward 3', site: null };
		const enable = () => platform.act(org, me?.actor ?? nobody, (ctx) => enableTablet(ctx, wish));
		const [first, second] = [await enable(), await enable()];
		expect(await findSession(platform.db, org.id, token, platform.now())).toBeUndefined();
		const known = (one: string) => platform.act(org, nobody, (ctx) => findTablet(ctx, one));
		expect(await known(first)).toBeUndefined();
		expect(await known(second)).toMatchObject({ name: 'Ward 3' });
	});
});
