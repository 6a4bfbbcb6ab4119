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
import { asAdministrator, changes } from '../../../../tests/harness/rows.ts';
import { choosePinOf } from '../../../../tests/harness/tablet.ts';
import { startSession } from '../../platform/auth/server/session.ts';
import { redeemLink } from '../../platform/auth/server/sign-in-link.ts';
import { helpSignIn } from './help-sign-in.ts';
import { recordFacts } from './record-facts.ts';

describe('somebody who lost everything', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	let person: TestPerson;
	let manager: TestPerson;
	let director: TestPerson;
	let count = 0;
	beforeAll(async () => {
		platform = await openTestPlatform();
		orgs = await platform.twoOrgs();
		director = await orgs.here.add({ name: 'Diana Director' });
		manager = await orgs.here.add({ name: 'Samuel Ortiz' });
		await reportsTo(manager, director);
	});
	beforeEach(async () => {
		person = await orgs.here.add({ name: `Lost Phone${(count += 1)}`, language: 'es' });
		await reportsTo(person, manager);
	});
	afterAll(() => platform.close());

	const reportsTo = (who: TestPerson, boss: TestPerson) =>
		platform.act(who.org, system, (ctx) =>
			recordFacts(ctx, [{ personId: who.id, kind: 'manager', value: boss.id, startsOn: ctx.today }]),
		);
	const help = (by: TestPerson, who = person, endSessions = true, key = crypto.randomUUID()) =>
		platform.act(by.org, as(by), (ctx) =>
			helpSignIn(ctx, { key, person: who.id, endSessions }, 'https://learn.test'),
		);
	const redeem = (code: string) => platform.act(person.org, nobody, (ctx) => redeemLink(ctx, code));

	it('gets a code from their manager, loses the PIN, and is told in their language who helped', async () => {
		await choosePinOf(platform, person, '270461');
		await platform.act(person.org, system, (ctx) => startSession(ctx, person.id, 'The lost phone'));
		let code = '';
		const changed = await changes(platform, async () => {
			code = (await help(manager)).code;
		});
		expect(changed).toEqual({
			sign_in_link: '+1',
			pin: '-1',
			session: '-1',
			mail: '+1',
			'job mail': '+1',
			form_key: '+1',
			audit_entry: '+1',
		});
		const { rows } = await asAdministrator(platform, (admin) =>
			admin.query<{ subject: string; body: string; actor: string }>(
				`select m.subject, m.body, (select actor_id from audit_entry where subject_id = $1 and act = 'sign_in.helped') as actor
					from mail m where account_id = $1`,
				[person.id],
			),
		);
		expect(rows).toHaveLength(1);
		expect(rows[0]?.body).toContain('Samuel te ayudó');
		expect(rows[0]?.body).not.toContain(code);
		expect(rows[0]?.actor).toBe(manager.id);
		expect(await redeem(code)).toEqual({ accountId: person.id, purpose: 'help' });
		await expect(redeem(code)).rejects.toMatchObject({ code: 'link_used' });
	});

	it('is helped by whoever is above them, and by program admins; their sessions stay if they wish', async () => {
		await platform.act(person.org, system, (ctx) => startSession(ctx, person.id, 'The phone'));
		for (const by of [manager, director, orgs.here.admin]) {
			const changed = await changes(platform, () => help(by, person, false));
			expect(changed.session).toBeUndefined();
			expect(changed.audit_entry).toBe('+1');
		}
	});

	it('is helped by nobody else, and nobody helps themselves', async () => {
		const strangers = [orgs.here.learner, person, orgs.there.admin];
		const changed = await changes(platform, async () => {
			for (const by of strangers) await expect(help(by)).rejects.toMatchObject({ code: 'not_found' });
			await expect(help(manager, director)).rejects.toMatchObject({ code: 'not_found' });
			await expect(help(manager, orgs.there.learner)).rejects.toMatchObject({ code: 'not_found' });
			const onTablet = platform.act(person.org, { ...as(manager), onTablet: true }, (ctx) =>
				helpSignIn(ctx, { key: crypto.randomUUID(), person: person.id, endSessions: true }, ''),
			);
			await expect(onTablet).rejects.toMatchObject({ code: 'not_found' });
		});
		expect(changed).toEqual({});
	});

	it('and holds a role, is helped by a program admin alone: no manager reaches a role that way', async () => {
		const handler = await orgs.here.add({ name: `Below With Role${count}`, roles: ['handler'] });
		await reportsTo(handler, manager);
		await expect(help(manager, handler)).rejects.toMatchObject({ code: 'not_found' });
		expect((await help(orgs.here.admin, handler)).code).toMatch(/^.{4}-.{4}-.{4}$/);
	});

	it('gets one code that is good, for a quarter of an hour, however often the form comes', async () => {
		const key = crypto.randomUUID();
		const first = await help(manager, person, true, key);
		const repeated: { code: string }[] = [];
		const changed = await changes(platform, async () => {
			repeated.push(await help(manager, person, true, key));
		});
		expect(changed).toEqual({ sign_in_link: '+1 -1' });
		await expect(redeem(first.code)).rejects.toMatchObject({ code: 'link_used' });
		platform.clock.pass({ minutes: 15 });
		await expect(redeem(repeated[0]?.code ?? '')).rejects.toMatchObject({ code: 'link_used' });
	});
});
