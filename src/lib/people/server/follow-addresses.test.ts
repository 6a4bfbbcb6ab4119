import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMailServer, type MailServer } from '../../../../tests/harness/mail-server.ts';
import { as, openTestPlatform, system, type TestPlatform } from '../../../../tests/harness/platform.ts';
import { viewOutbox } from '../../platform/mail/server/outbox.ts';
import { sendMail } from '../../platform/mail/server/send-mail.ts';
import { recordFacts } from './record-facts.ts';

describe('mail that was refused', () => {
	let mails: MailServer;
	let platform: TestPlatform;
	beforeAll(async () => {
		mails = await openMailServer();
		platform = await openTestPlatform({ settings: { SMTP_URL: mails.url } });
	});
	afterAll(async () => {
		await platform.close();
		await mails.close();
	});

	it('goes to the right address as soon as somebody corrects it', async () => {
		const { org, learner, admin } = (await platform.twoOrgs()).here;
		mails.misbehave({
			recipient: (address) => (address === learner.email ? '550 5.1.1 No such user' : undefined),
		});
		const letter = {
			kind: 'invitation',
			accountId: learner.id,
			recipient: learner.email,
			language: 'es',
		} as const;
		await platform.act(org, system, (ctx) => sendMail(ctx, { ...letter, subject: 'S', body: 'B' }));
		await platform.settled();
		expect((await platform.act(org, as(admin), viewOutbox)).counts.bounced).toBe(1);

		const startsOn = platform.now().toISOString().slice(0, 10);
		await platform.act(org, system, (ctx) =>
			recordFacts(ctx, [{ personId: learner.id, kind: 'email', value: 'right@example.org', startsOn }]),
		);
		await platform.settled();
		expect(mails.mails.map(({ to }) => to)).toEqual([['right@example.org']]);
		expect((await platform.act(org, as(admin), viewOutbox)).counts.bounced).toBe(0);
	});
});
