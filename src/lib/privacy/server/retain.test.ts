import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TwoOrgs } from '../../../../tests/harness/orgs.ts';
import {
	as,
	nobody,
	openTestPlatform,
	system,
	type TestPlatform,
} from '../../../../tests/harness/platform.ts';
import { allRows, asAdministrator, changes } from '../../../../tests/harness/rows.ts';
import { readFile } from '../../../../tests/harness/import.ts';
import { requestSignIn } from '../../people/server/request-sign-in.ts';
import { stageImport } from '../../people/server/stage-import.ts';
import { startSession } from '../../platform/auth/server/session.ts';
import { linkAudit } from '../../platform/audit/server/link-audit.ts';
import { verifyAudit } from '../../platform/audit/server/verify-audit.ts';
import { liftHold, listHolds, placeHold } from './hold.ts';
import { previewRetention, removeOver } from './retain.ts';

describe('what is over', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	beforeAll(async () => {
		platform = await openTestPlatform();
		orgs = await platform.twoOrgs();
		for (const { org, admin, learner } of [orgs.here, orgs.there]) {
			await platform.act(org, system, (ctx) => startSession(ctx, learner.id, 'Firefox, Linux'));
			for (const { email } of [admin, learner, admin]) {
				await platform.act(org, nobody, (ctx) => requestSignIn(ctx, email, 'https://learn.test'));
			}
			const parsed = readFile('Number,Name,State\n900,Staged Person,CA\n');
			await platform.act(org, as(admin), (ctx) => stageImport(ctx, parsed, randomUUID()));
		}
	});
	afterAll(() => platform.close());

	const asAdmin = <Result>(work: Parameters<typeof platform.act<Result>>[2]) =>
		platform.act(orgs.here.org, as(orgs.here.admin), work);
	async function lift() {
		for (const { id } of await asAdmin(listHolds)) await asAdmin((ctx) => liftHold(ctx, id));
	}
	const tonight = async () => {
		const { tables, people } = await asAdmin((ctx) => previewRetention(ctx, platform.data));
		const rows = Object.fromEntries(
			tables.filter((line) => line.rows > 0).map((line) => [line.table, line.rows]),
		);
		return { rows, people };
	};
	const remove = () => platform.act(orgs.here.org, system, (ctx) => removeOver(ctx, platform.data));

	it('is nothing on the first day', async () => {
		expect(await tonight()).toEqual({ rows: {}, people: 0 });
		expect(await changes(platform, remove)).toEqual({});
	});

	it('is what the preview says, no more, in one organization alone; and again it is nothing', async () => {
		platform.clock.pass({ days: 40 });
		const { rows } = await tonight();
		expect(Object.keys(rows).sort()).toEqual(['form_key', 'people_import', 'session', 'sign_in_link']);
		const there = await allRows(platform, orgs.there.org.id);
		const changed = await changes(platform, async () => expect((await remove()).removed).toEqual(rows));
		expect(changed).toEqual(
			Object.fromEntries(Object.entries(rows).map(([table, count]) => [table, `-${count}`])),
		);
		expect(await allRows(platform, orgs.there.org.id)).toEqual(there);
		expect(await changes(platform, remove)).toEqual({});
	});

	it('waits while a hold stands: on a person their rows, on the organization everything', async () => {
		platform.clock.pass({ days: 60 });
		const { rows: before } = await tonight();
		expect(before.mail).toBeGreaterThan(2);
		const { rows: learner } = await asAdministrator(platform, (admin) =>
			admin.query<{ number: string; mails: number }>(
				`select number, (select count(*)::int from mail m where m.org_id = p.org_id and m.account_id = p.id) as mails
				from person p where id = $1`,
				[orgs.here.learner.id],
			),
		);
		const { number = '', mails = 0 } = learner[0] ?? {};
		const hold = (whose: string) =>
			asAdmin((ctx) => placeHold(ctx, { key: randomUUID(), number: whose, reason: 'A claim.' }));
		await hold(number);
		expect((await tonight()).rows.mail).toBe((before.mail ?? 0) - mails);
		await hold('');
		expect(await tonight()).toEqual({ rows: {}, people: 0 });
		expect(await changes(platform, remove)).toEqual({});
		await lift();
		expect((await tonight()).rows.mail).toBe(before.mail);
	});

	it('takes audited acts after seven years, not before, and the chain still holds', async () => {
		const act = (at: string) =>
			asAdministrator(platform, (admin) =>
				admin.query(
					`insert into audit_entry (org_id, id, act, details, salt, at) values ($1, $2, 'role.granted', '{}', 'salt', $3)`,
					[orgs.here.org.id, randomUUID(), at],
				),
			);
		await act('2017-05-01T00:00:00Z');
		await act('2019-11-01T00:00:00Z');
		const chain = () =>
			platform.db.inOrg(orgs.here.org.id, async (tx) => {
				await linkAudit(tx, orgs.here.org.id, platform.now());
				return verifyAudit(tx, orgs.here.org.id);
			});
		const before = await chain();
		expect((await remove()).removed.audit_entry).toBe(2);
		const after = await chain();
		expect(after).toEqual({ ...before, erased: 2 });
		expect(after.problems).toEqual([]);
		// Even whoever holds the app's role cannot end younger ones.
		const young = await platform.db.inOrg(orgs.here.org.id, (tx) =>
			tx.$client.query<{ gone: number }>(
				`select end_old_rows('audit_entry', now() + interval '1 year', 100) as gone`,
			),
		);
		expect(young.rows[0]?.gone).toBe(0);
	});

	it('goes by itself when the round comes', async () => {
		platform.clock.pass({ days: 400 });
		await platform.ring('privacy.retain');
		await platform.settled();
		expect((await allRows(platform, orgs.here.org.id)).get('mail')).toEqual([]);
	});

	it('is for program admins to see', async () => {
		const attempt = platform.act(orgs.here.org, as(orgs.here.learner), (ctx) =>
			previewRetention(ctx, platform.data),
		);
		await expect(attempt).rejects.toMatchObject({ code: 'not_found' });
	});
});
