import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendMail } from '../../src/lib/platform/mail/server/send-mail.ts';
import { listPeople } from '../../src/lib/people/server/list-people.ts';
import { openMailServer, type MailServer } from './mail-server.ts';
import { as, openTestPlatform, system, type TestPlatform } from './platform.ts';

describe('the harness', () => {
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

	it('founds two organizations that do not see each other', async () => {
		const { here, there } = await platform.twoOrgs();
		const seen = await platform.act(here.org, as(here.admin), (ctx) => listPeople(ctx, {}));
		expect(seen.people.map(({ id }) => id).sort()).toEqual([here.admin.id, here.learner.id].sort());
		expect(seen.people.map(({ id }) => id)).not.toContain(there.learner.id);
	});

	it('moves time only when it is told to', () => {
		const before = platform.now().getTime();
		platform.clock.pass({ days: 1 });
		expect(platform.now().getTime() - before).toBe(24 * 3600 * 1000);
	});

	it('brings mail through a real mail server', async () => {
		const { here } = await platform.twoOrgs();
		await platform.act(here.org, system, (ctx) =>
			sendMail(ctx, {
				kind: 'notice',
				accountId: here.learner.id,
				recipient: here.learner.email,
				language: 'es',
				subject: 'Año nuevo',
				body: 'Hola, aquí está:\n\nhttps://example.test/entrar\n',
			}),
		);
		await platform.settled();
		const letter = await mails.mailTo(here.learner.email);
		expect(letter.subject).toBe('Año nuevo');
		expect(letter.link).toBe('https://example.test/entrar');
	});

	it('reaches nothing outside this machine', async () => {
		const refused = { cause: new Error('A test may not reach 192.0.2.1: only this machine.') };
		await expect(fetch('http://192.0.2.1/')).rejects.toMatchObject(refused);
	});
});
