import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TwoOrgs } from '../../../../../tests/harness/orgs.ts';
import {
	as,
	nobody,
	openTestPlatform,
	system,
	type TestPlatform,
} from '../../../../../tests/harness/platform.ts';
import { allRows, changes } from '../../../../../tests/harness/rows.ts';
import { roles, type Actor } from '../../context.ts';
import { notFound } from '../../errors/errors.ts';
import { accessByRole, createAccount, grantRole } from './session.ts';

describe('access', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	beforeAll(async () => {
		platform = await openTestPlatform();
		orgs = await platform.twoOrgs();
	});
	afterAll(() => platform.close());

	const act = (actor: Actor, work: Parameters<typeof platform.act<unknown>>[2]) =>
		platform.act(orgs.here.org, actor, work);

	it('is refused to who lacks the role in the words that are used for what does not exist', async () => {
		const refused = await act(as(orgs.here.learner), async (ctx) =>
			accessByRole(ctx, ['program_admin']),
		).catch((error: unknown) => error);
		const missing = notFound();
		expect(refused).toEqual(missing);
		expect(Object.entries(refused as object)).toEqual(Object.entries(missing));
	});

	it('is given by any role that is asked for, and by no other', async () => {
		const some = ['program_admin', 'handler', 'counsel'] as const;
		for (const held of some) {
			for (const asked of some) {
				const actor = as({ id: orgs.here.admin.id, roles: [held] });
				const attempt = act(actor, async (ctx) => accessByRole(ctx, [asked]));
				if (held === asked) await expect(attempt).resolves.toMatchObject({ accountId: orgs.here.admin.id });
				else await expect(attempt).rejects.toMatchObject({ code: 'not_found' });
			}
			await expect(
				act(as({ id: orgs.here.admin.id, roles: [held] }), async (ctx) => accessByRole(ctx, roles)),
			).resolves.toBeDefined();
		}
		await expect(act(nobody, async (ctx) => accessByRole(ctx, roles))).rejects.toMatchObject({
			code: 'sign_in_required',
		});
		await expect(act(system, async (ctx) => accessByRole(ctx, roles))).rejects.toMatchObject({
			code: 'sign_in_required',
		});
	});

	it('that nobody asked for undoes whatever was done', async () => {
		const changed = await changes(platform, async () => {
			for (const actor of [as(orgs.here.admin), nobody]) {
				const forgotten = act(actor, (ctx) => createAccount(ctx, crypto.randomUUID(), 'en'));
				await expect(forgotten).rejects.toThrow('without asking for access');
			}
		});
		expect(changed).toEqual({});
		expect(
			await changes(platform, () => act(system, (ctx) => createAccount(ctx, crypto.randomUUID(), 'en'))),
		).toEqual({ account: '+1' });
	});
});

describe('a role', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	beforeAll(async () => {
		platform = await openTestPlatform();
		orgs = await platform.twoOrgs();
	});
	afterAll(() => platform.close());

	it('is given once, with who gave it and when', async () => {
		const { org, admin, learner } = orgs.here;
		const grant = () =>
			platform.act(org, { ...as(admin) }, async (ctx) => {
				accessByRole(ctx, ['program_admin']);
				await grantRole(ctx, learner.id, 'handler');
			});
		expect(await changes(platform, grant)).toEqual({ role_grant: '+1', audit_entry: '+1' });
		platform.clock.pass({ days: 1 });
		expect(await changes(platform, grant)).toEqual({});
		const given =
			(await allRows(platform)).get('role_grant')?.filter((row) => row.includes(learner.id)) ?? [];
		expect(given.map((row) => JSON.parse(row) as object)).toMatchObject([
			{ role: 'handler', granted_by: admin.id, granted_at: '2026-11-20T09:00:00+00:00', ended_at: null },
		]);
	});

	it('is given once when two give it at the same moment', async () => {
		for (let round = 1; round <= 8; round += 1) {
			const person = await orgs.here.add({ name: `Asked Often${round}` });
			const grant = () => platform.act(orgs.here.org, system, (ctx) => grantRole(ctx, person.id, 'handler'));
			const changed = await changes(platform, () => Promise.all([1, 2, 3, 4, 5, 6].map(grant)));
			expect(changed).toEqual({ role_grant: '+1', audit_entry: '+1' });
		}
	});

	it('cannot be given to somebody of another organization', async () => {
		const changed = await changes(platform, async () => {
			const astray = platform.act(orgs.here.org, system, (ctx) =>
				grantRole(ctx, orgs.there.learner.id, 'handler'),
			);
			await expect(astray).rejects.toMatchObject({ cause: { code: '23503' } });
		});
		expect(changed).toEqual({});
	});
});
