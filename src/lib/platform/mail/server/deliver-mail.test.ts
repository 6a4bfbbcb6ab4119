import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../../../../tests/harness/eventually.ts';
import { jobStates, retryNow } from '../../../../../tests/harness/jobs.ts';
import { openMailServer, type MailServer } from '../../../../../tests/harness/mail-server.ts';
import type { TwoOrgs } from '../../../../../tests/harness/orgs.ts';
import { openTestPlatform, system, type TestPlatform } from '../../../../../tests/harness/platform.ts';
import { allRows, changes } from '../../../../../tests/harness/rows.ts';
import { deliverMail } from './deliver-mail.ts';
import { sendMail } from './send-mail.ts';

const canary = 'https://learn.test/canary-link';

describe('a mail', () => {
	let mails: MailServer;
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	beforeAll(async () => {
		mails = await openMailServer();
		platform = await openTestPlatform({ settings: { SMTP_URL: mails.url, LOG_LEVEL: 'error' } });
		orgs = await platform.twoOrgs();
	});
	afterEach(() => mails.refuse(false));
	afterAll(async () => {
		await platform.close();
		await mails.close();
	});

	const send = (recipient: string) =>
		platform.act(orgs.here.org, system, (ctx) =>
			sendMail(ctx, {
				accountId: orgs.here.learner.id,
				recipient,
				language: 'es',
				subject: 'Año',
				body: `Hola:\n\n${canary}\n`,
			}),
		);
	const to = (address: string) => mails.mails.filter((mail) => mail.to.includes(address));
	const stored = async (id: string) =>
		(await allRows(platform))
			.get('mail')
			?.map((row) => JSON.parse(row) as Record<string, unknown>)
			.find((row) => row.id === id);

	it('is delivered once, and its words are gone then', async () => {
		const id = await send('once@example.org');
		await platform.settled();
		expect(to('once@example.org')).toHaveLength(1);
		expect(to('once@example.org')[0]).toMatchObject({ subject: 'Año', link: canary });
		expect(to('once@example.org')[0]?.parsed.messageId).toContain(id);
		expect(await stored(id)).toMatchObject({ body: null, sent_at: '2026-11-20T09:00:00+00:00' });
		expect([...(await allRows(platform)).values()].flat().join('\n')).not.toContain(canary);
	});

	it('is not sent when its transaction is rolled back', async () => {
		const changed = await changes(platform, async () => {
			const undone = platform.act(orgs.here.org, system, async (ctx) => {
				const letter = {
					accountId: orgs.here.learner.id,
					recipient: 'never@example.org',
					language: 'en',
					subject: 'S',
					body: 'B',
				} as const;
				await sendMail(ctx, letter);
				throw new Error('changed my mind');
			});
			await expect(undone).rejects.toThrow('changed my mind');
		});
		expect(changed).toEqual({});
		expect(to('never@example.org')).toEqual([]);
	});

	it('that the mail server refuses for now is sent later, once, and is kept until then', async () => {
		mails.refuse(true);
		const id = await send('later@example.org');
		await eventually(async () => expect(await jobStates(platform, 'mail')).toMatchObject({ retry: 1 }));
		expect(to('later@example.org')).toEqual([]);
		expect(await stored(id)).toMatchObject({
			body: expect.stringContaining(canary) as string,
			sent_at: null,
		});
		mails.refuse(false);
		await retryNow(platform);
		await platform.settled();
		expect(to('later@example.org')).toHaveLength(1);
		expect(await stored(id)).toMatchObject({ body: null });
	});

	it('is delivered once when several work on it at once, or again later', async () => {
		const { mailer } = platform;
		if (!mailer) throw new Error('There is no mailer.');
		const id = await send('many@example.org');
		const work = () => platform.act(orgs.here.org, system, (ctx) => deliverMail(ctx, mailer, id));
		await Promise.all([work(), work(), work(), work()]);
		await platform.settled();
		await work();
		await platform.act(orgs.there.org, system, (ctx) => deliverMail(ctx, mailer, id));
		await platform.act(orgs.here.org, system, (ctx) => deliverMail(ctx, mailer, randomUUID()));
		expect(to('many@example.org')).toHaveLength(1);
	});
});
