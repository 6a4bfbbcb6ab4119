import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TwoOrgs } from '../../../../tests/harness/orgs.ts';
import {
	as,
	openTestPlatform,
	system,
	type TestPerson,
	type TestPlatform,
} from '../../../../tests/harness/platform.ts';
import { changes } from '../../../../tests/harness/rows.ts';
import { roles, type Role } from '../../platform/context.ts';
import { endGrant } from '../../platform/auth/server/roles.ts';
import { findSession, startSession } from '../../platform/auth/server/session.ts';
import { giveRole } from './give-role.ts';
import { listRoles } from './list-roles.ts';

describe('a role', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	let admin: TestPerson;
	let person: TestPerson;
	let count = 0;
	beforeAll(async () => {
		platform = await openTestPlatform();
		orgs = await platform.twoOrgs();
		admin = orgs.here.admin;
	});
	beforeEach(async () => {
		person = await orgs.here.add({ name: `Somebody Number${(count += 1)}` });
	});
	afterAll(() => platform.close());

	const give = (
		role: Role,
		{
			from = null,
			until = null,
			who = person,
			by = admin,
			key = crypto.randomUUID(),
		}: Partial<{
			from: string | null;
			until: string | null;
			who: TestPerson;
			by: TestPerson;
			key: string;
		}> = {},
	) => platform.act(by.org, as(by), (ctx) => giveRole(ctx, { key, person: who.id, role, from, until }));
	const held = async (who = person) => {
		const { token } = await platform.act(who.org, system, (ctx) => startSession(ctx, who.id, 'Here'));
		return [...((await findSession(platform.db, who.org.id, token, platform.now()))?.actor.roles ?? [])];
	};
	const list = (by = admin) => platform.act(by.org, as(by), listRoles);
	const grantOf = async (who: TestPerson, role: Role) =>
		(await list()).holders.find((line) => line.name === who.name && line.role === role)?.id ?? '';
	const end = (id: string, by = admin) => platform.act(by.org, as(by), (ctx) => endGrant(ctx, id));

	it('of every kind can be given and taken away, and is in force at once', async () => {
		const given = await changes(platform, () => give('counsel'));
		expect(given).toEqual({ role_grant: '+1', form_key: '+1', audit_entry: '+1' });
		const grant = await grantOf(person, 'counsel');
		expect(await changes(platform, () => end(grant))).toEqual({ role_grant: '+1 -1', audit_entry: '+1' });
		expect(await changes(platform, () => end(grant))).toEqual({});
		for (const role of roles) {
			await give(role);
			expect(await held()).toEqual([role]);
			await end(await grantOf(person, role));
			expect(await held()).toEqual([]);
		}
	});

	it('is in force from its first day to its last, where the organization is', async () => {
		await give('auditor', { from: '2026-11-23', until: '2026-11-24' });
		const at = async (moment: string) => {
			const before = platform.clock.now;
			platform.clock.now = new Date(moment);
			const roles = await held();
			platform.clock.now = before;
			return roles;
		};
		expect(await at('2026-11-23T04:59:59Z')).toEqual([]); // a minute to midnight in New York
		expect(await at('2026-11-23T05:00:00Z')).toEqual(['auditor']);
		expect(await at('2026-11-25T04:59:59Z')).toEqual(['auditor']);
		expect(await at('2026-11-25T05:00:00Z')).toEqual([]);
		const line = (await list()).holders.find(({ name }) => name === person.name);
		expect(line).toMatchObject({ from: '2026-11-23', until: '2026-11-24', toCome: true });
	});

	it('begins no earlier than it was given, and is refused when its time is over', async () => {
		await give('coach', { from: '2020-01-01' });
		expect((await list()).holders.find(({ name }) => name === person.name)?.from).toBe('2026-11-20');
		await expect(give('leader', { until: '2026-11-19' })).rejects.toMatchObject({ code: 'invalid_input' });
		expect(await held()).toEqual(['coach']);
	});

	it('is given once by a form that comes twice, and again for longer', async () => {
		const key = crypto.randomUUID();
		await give('expert', { until: '2026-12-31', key });
		expect(await changes(platform, () => give('expert', { until: '2026-12-31', key }))).toEqual({});
		expect(await changes(platform, () => give('expert', { until: '2026-12-01' }))).toEqual({
			form_key: '+1',
		});
		await give('expert', { until: '2027-12-31' });
		platform.clock.pass({ days: 60 });
		expect(await held()).toEqual(['expert']);
		platform.clock.pass({ days: -60 });
	});

	it('is given by program admins of the same organization alone', async () => {
		const changed = await changes(platform, async () => {
			for (const by of [orgs.here.learner, orgs.there.admin])
				await expect(give('handler', { by })).rejects.toMatchObject({ code: 'not_found' });
			await expect(give('handler', { who: orgs.there.learner })).rejects.toMatchObject({ code: 'not_found' });
			await expect(list(orgs.here.learner)).rejects.toMatchObject({ code: 'not_found' });
			await give('handler');
		});
		expect(changed).toEqual({ role_grant: '+1', form_key: '+1', audit_entry: '+1' });
		const grant = await grantOf(person, 'handler');
		for (const by of [orgs.here.learner, orgs.there.admin])
			await expect(end(grant, by)).rejects.toMatchObject({ code: 'not_found' });
		await expect(end(crypto.randomUUID())).rejects.toMatchObject({ code: 'not_found' });
		expect(await held()).toEqual(['handler']);
	});

	it('that somebody gave to themselves stays in the history, also when it is gone', async () => {
		await give('handler', { who: admin });
		await end(await grantOf(admin, 'handler'));
		const { holders, history } = await list();
		expect(holders.some(({ name, role }) => name === admin.name && role === 'handler')).toBe(false);
		expect(history.find(({ name, role }) => name === admin.name && role === 'handler')).toMatchObject({
			toOneself: true,
			grantedBy: admin.name,
			endedBy: admin.name,
			endedAt: platform.now(),
		});
		expect(JSON.stringify(await list(orgs.there.admin))).not.toContain(person.name);
	});

	it('of program admin is never taken from the last one who holds it for good', async () => {
		const only = await grantOf(admin, 'program_admin');
		await expect(end(only)).rejects.toMatchObject({ code: 'last_admin' });
		// Nor when the only other one ends by itself, or begins later.
		await give('program_admin', { until: '2027-01-31' });
		await expect(end(only)).rejects.toMatchObject({ code: 'last_admin' });
		await give('program_admin', { from: '2026-12-01' });
		await expect(end(only)).rejects.toMatchObject({ code: 'last_admin' });
		const second = await orgs.here.add({ name: `Second Admin${count}` });
		await give('program_admin', { who: second });
		// Two who take it from each other at the same moment: one of them remains.
		const other = await grantOf(second, 'program_admin');
		const outcomes = await Promise.allSettled([end(only), end(other, second)]);
		expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	});
});
