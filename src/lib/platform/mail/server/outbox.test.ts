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
import { listOutbox, openOutboxMail } from './outbox.ts';
import { sendMail } from './send-mail.ts';

const canary = 'https://learn.test/canary-link';

describe('the outbox, where no mail server is set', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	let id: string;
	beforeAll(async () => {
		platform = await openTestPlatform();
		orgs = await platform.twoOrgs();
		const { org, learner } = orgs.here;
		const letter = {
			accountId: learner.id,
			recipient: learner.email,
			language: 'es',
			subject: 'Hola',
			body: canary,
		} as const;
		id = await platform.act(org, system, (ctx) => sendMail(ctx, letter));
	});
	afterAll(() => platform.close());

	it('keeps mails for program admins, without their words', async () => {
		const list = await platform.act(orgs.here.org, as(orgs.here.admin), listOutbox);
		expect(list).toEqual([
			{ id, recipient: orgs.here.learner.email, subject: 'Hola', createdAt: platform.now() },
		]);
		expect(await platform.act(orgs.there.org, as(orgs.there.admin), listOutbox)).toEqual([]);
	});

	it('opens a mail for program admins, and keeps that it was opened, of whom and by whom', async () => {
		const changed = await changes(platform, async () => {
			const letter = await platform.act(orgs.here.org, as(orgs.here.admin), (ctx) => openOutboxMail(ctx, id));
			expect(letter.body).toBe(canary);
		});
		expect(changed).toEqual({ audit_entry: '+1' });
		const [entry] =
			(await allRows(platform)).get('audit_entry')?.filter((row) => row.includes('mail.opened')) ?? [];
		expect(JSON.parse(entry ?? '{}')).toMatchObject({
			actor_id: orgs.here.admin.id,
			subject_id: orgs.here.learner.id,
		});
	});

	it('is closed to everybody else, and nothing is kept of their tries', async () => {
		const changed = await changes(platform, async () => {
			for (const [person, org, code] of [
				[as(orgs.here.learner), orgs.here.org, 'not_found'],
				[nobody, orgs.here.org, 'sign_in_required'],
			] as const) {
				await expect(platform.act(org, person, listOutbox)).rejects.toMatchObject({ code });
				await expect(platform.act(org, person, (ctx) => openOutboxMail(ctx, id))).rejects.toMatchObject({
					code,
				});
			}
			const foreign = platform.act(orgs.there.org, as(orgs.there.admin), (ctx) => openOutboxMail(ctx, id));
			await expect(foreign).rejects.toMatchObject({ code: 'not_found' });
		});
		expect(changed).toEqual({});
	});
});
