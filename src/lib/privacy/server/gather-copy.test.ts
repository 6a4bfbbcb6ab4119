import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addKeyOf } from '../../../../tests/harness/keys.ts';
import { enrolled, takeUntil } from '../../../../tests/harness/learners.ts';
import type { TwoOrgs } from '../../../../tests/harness/orgs.ts';
import {
	as,
	nobody,
	openTestPlatform,
	system,
	type TestPlatform,
} from '../../../../tests/harness/platform.ts';
import { changes } from '../../../../tests/harness/rows.ts';
import { requestSignIn } from '../../people/server/request-sign-in.ts';
import { startSession } from '../../platform/auth/server/session.ts';
import { copyFile } from '../copy.ts';
import { placeHold } from './hold.ts';
import { gatherCopy, takeCopy } from './gather-copy.ts';

describe('the copy of one’s own data', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	beforeAll(async () => {
		platform = await openTestPlatform();
		orgs = await platform.twoOrgs();
		for (const { org, learner, add } of [orgs.here, orgs.there]) {
			await addKeyOf(platform, await add({ name: 'Hanna Lind', roles: ['handler'] }));
			await platform.act(org, system, (ctx) => startSession(ctx, learner.id, 'Firefox, Linux'));
			await platform.act(org, nobody, (ctx) => requestSignIn(ctx, learner.email, 'https://learn.test'));
			await takeUntil(platform, await enrolled(platform, learner));
		}
		const { org, admin, add } = orgs.here;
		await takeUntil(platform, await enrolled(platform, await add({ name: 'Other Voter' })));
		await platform.act(org, as(admin), (ctx) =>
			placeHold(ctx, { key: randomUUID(), number: '2', reason: 'A claim is expected.' }),
		);
		await platform.settled();
	});
	afterAll(() => platform.close());

	const copyOf = (person = orgs.here.learner) =>
		platform.act(person.org, as(person), (ctx) => gatherCopy(ctx, platform.data, person.language));

	it('holds what every area stores about them', async () => {
		const copied = await copyOf();
		const tables = copied.map(({ table }) => table);
		const wanted = ['account', 'person', 'session', 'sign_in_link', 'mail', 'event', 'enrollment', 'answer'];
		expect(tables).toEqual(expect.arrayContaining([...wanted, 'completion', 'progress', 'person_fact']));
		const person = copied.find(({ table }) => table === 'person');
		expect(person?.rows).toMatchObject([{ given_name: 'Rosa', family_name: 'Delgado' }]);
		expect(person?.title).toBe('Datos personales');
	});

	it('holds nobody else, no secret, and no other organization', async () => {
		const text = JSON.stringify(await copyOf());
		const { admin } = orgs.here;
		for (const other of [admin.name, admin.email, admin.id, 'Hanna', 'Voter', orgs.there.org.name]) {
			expect(text.includes(other), other).toBe(false);
		}
		for (const secret of [
			'token_hash',
			'wrapped"',
			'"body"',
			'sealed_note',
			'poll_tally',
			'legal_hold',
			'A claim',
		]) {
			expect(
				JSON.stringify((await copyOf()).map(({ rows, table }) => [table, rows])).includes(secret),
				secret,
			).toBe(false);
		}
	});

	it('is a file that explains itself, and that it was taken is kept', async () => {
		const { org, learner } = orgs.here;
		let copied: Awaited<ReturnType<typeof copyOf>> = [];
		const changed = await changes(platform, async () => {
			copied = await platform.act(org, as(learner), (ctx) => takeCopy(ctx, platform.data, 'en'));
		});
		expect(changed).toEqual({ audit_entry: '+1' });
		const file = copyFile(copied, { org: org.name, takenAt: platform.now(), intro: 'Yours.' });
		const read = JSON.parse(file) as {
			README: { tables: Record<string, { fields: object }> };
			data: Record<string, object[]>;
		};
		for (const [table, rows] of Object.entries(read.data)) {
			for (const row of rows)
				expect(Object.keys(row)).toEqual(Object.keys(read.README.tables[table]?.fields ?? {}));
		}
		expect(file).toContain('"left');
	});

	it('is for those who signed in', async () => {
		const attempt = platform.act(orgs.here.org, nobody, (ctx) => gatherCopy(ctx, platform.data, 'en'));
		await expect(attempt).rejects.toMatchObject({ code: 'sign_in_required' });
	});
});
