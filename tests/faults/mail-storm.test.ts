import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seeded } from '../../src/lib/demo/dice.ts';
import { readConfig } from '../../src/lib/platform/config/read-config.ts';
import { openLog } from '../../src/lib/platform/log/log.ts';
import { sendMails, type Letter } from '../../src/lib/platform/mail/server/send-mail.ts';
import { openPlatform } from '../../src/lib/platform/platform.ts';
import { mailRound } from '../../src/lib/platform/backstage.ts';
import { eventually } from '../harness/eventually.ts';
import { ring } from '../harness/jobs.ts';
import { openMailServer, type MailServer } from '../harness/mail-server.ts';
import { openTestPlatform, system, type TestPlatform } from '../harness/platform.ts';
import { asAdministrator } from '../harness/rows.ts';
import { settle } from '../harness/settle.ts';

const full = process.env.UPSTANDER_FULL === '1';
const seed = Number(process.env.MAIL_SEED ?? (full ? Date.now() % 1_000_000 : 1));

/** What is to become of each address, by its number. */
const fate = (address: string) => {
	const number = Number(/\d+/.exec(address)?.[0]);
	if (number % 40 === 7) return 'bounces';
	if (number % 60 === 11) return 'before';
	if (number % 60 === 23) return 'during';
	if (number % 60 === 41) return 'after';
	return full || number % 4 === 0 ? 'greylisted' : 'welcome';
};

const invitations = (count: number): Letter[] =>
	Array.from({ length: count }, (_, number) => ({
		kind: 'invitation',
		accountId: crypto.randomUUID(),
		onceKey: `invitation:${number}`,
		recipient: `person${number}@example.org`,
		language: number % 3 ? 'en' : 'es',
		subject: `An invitation for person ${number}`,
		body: `Hello,\n\nhere it is:\n\nhttps://learn.test/o/x/sign-in/${number}\n`,
	}));

/** How often each person was sent how many different mails. */
function received(mails: MailServer['mails']): Map<string, string[]> {
	const by = new Map<string, string[]>();
	for (const { to, parsed } of mails) by.set(to[0]!, [...(by.get(to[0]!) ?? []), parsed.messageId ?? '']);
	return by;
}

describe(`invitations to a server that does everything mail servers do (seed ${seed})`, () => {
	let mails: MailServer;
	let platform: TestPlatform;
	beforeEach(async () => {
		mails = await openMailServer();
	});
	afterEach(async () => {
		await platform.close();
		await mails.close();
	});

	it('bring one to each of 3,000 people, and say of the others why not', { timeout: 300_000 }, async () => {
		platform = await openTestPlatform({
			settings: { SMTP_URL: mails.url, MAIL_PER_MINUTE: '100000', MAIL_CONNECTIONS: '8' },
		});
		const { org } = (await platform.twoOrgs()).here;
		const random = seeded(seed);
		mails.misbehave({
			mailsPerConnection: 60,
			recipient(address, tries) {
				if (fate(address) === 'bounces') return '550 5.1.1 No such user';
				if (fate(address) === 'greylisted' && tries === 1)
					return '451 4.7.1 Greylisted, come back in 5 minutes';
				// Limits that are reached by whoever comes at the wrong moment.
				return random() < 0.01 ? '450 4.7.1 Rate limit exceeded' : undefined;
			},
			mail: () => (random() < 0.01 ? '452 4.5.3 Too many messages' : undefined),
			drop(address, tries) {
				const how = fate(address);
				return tries === 1 && (how === 'before' || how === 'during' || how === 'after') ? how : undefined;
			},
			slowMs: full ? 20 : 0,
		});
		const letters = invitations(3000);
		// Asked for twice, as by two who press the same button.
		for (let time = 1; time <= 2; time += 1) {
			await platform.act(org, system, (ctx) => sendMails(ctx, letters));
		}
		const left = async () => {
			const count = `select count(*)::int as left from mail where sent_at is null and failed_at is null`;
			const { rows } = await asAdministrator(platform, (admin) => admin.query<{ left: number }>(count));
			return rows[0]?.left ?? 0;
		};
		for (let round = 1; round === 1 || (await left()) > 0; round += 1) {
			expect(round).toBeLessThan(60);
			if (round === 2) mails.hangUp();
			await settle(platform.db.pool, [], 240_000);
			platform.clock.pass({ minutes: 6 });
			await ring(platform.database.adminUrl, mailRound.name);
		}
		await settle(platform.db.pool, [], 240_000);

		const by = received(mails.mails);
		const wanted = letters.map(({ recipient }) => recipient).filter((one) => fate(one) !== 'bounces');
		expect([...by.keys()].sort()).toEqual(wanted.sort());
		for (const [address, ids] of by) {
			expect(new Set(ids).size, `different mails to ${address}`).toBe(1);
			// Only who broke off after it had taken a mail may have been given it again: under the same Message-ID.
			expect(ids.length, address).toBeLessThanOrEqual(fate(address) === 'after' ? 2 : 1);
		}
		const outcomes = `select outcome, count(distinct mail_id)::int as mails from mail_attempt group by 1`;
		const { rows } = await asAdministrator(platform, (admin) =>
			admin.query<{ outcome: string; mails: number }>(outcomes),
		);
		const count = Object.fromEntries(rows.map(({ outcome, mails }) => [outcome, mails]));
		expect(count.sent).toBe(wanted.length);
		expect(count.bounced).toBe(letters.length - wanted.length);
		expect(count.deferred).toBeGreaterThan(full ? 2000 : 500);
		expect(count.given_up).toBeUndefined();
	});

	it('go on where a process was killed, and nobody is left out', { timeout: 120_000 }, async () => {
		platform = await openTestPlatform({ now: new Date() }); // brings no mail anywhere
		const { org } = (await platform.twoOrgs()).here;
		const letters = invitations(400);
		await platform.act(org, system, (ctx) => sendMails(ctx, letters));
		mails.misbehave({ slowMs: 5 });
		const program = join(import.meta.dirname, 'die-with-mail.ts');
		for (const enough of [60, 150]) {
			const child = spawn(process.execPath, [program, platform.database.appUrl, mails.url], {
				stdio: ['ignore', 'inherit', 'inherit'],
			});
			await eventually(() => expect(mails.mails.length).toBeGreaterThan(enough), 60_000);
			child.kill('SIGKILL');
			await once(child, 'exit');
			// The queue gives the work of who never came back to the next one after two minutes.
			await ring(platform.database.adminUrl, mailRound.name);
		}
		expect(mails.mails.length).toBeLessThan(400);

		const later = () => new Date(Date.now() + 20 * 60_000);
		const areas = { data: [], subscribers: [], queues: [], rounds: [], atStart: [] };
		const config = readConfig({ SMTP_URL: mails.url, MAIL_PER_MINUTE: '100000', LOG_LEVEL: 'error' });
		const next = await openPlatform(config, platform.database.appUrl, openLog('error'), areas, later);
		await asAdministrator(platform, (admin) => admin.query(`delete from jobs.job where state = 'active'`));
		await ring(platform.database.adminUrl, mailRound.name);
		await eventually(() => expect(received(mails.mails).size).toBe(400), 60_000);
		await settle(next.db.pool, []);
		await next.close();
		const by = received(mails.mails);
		for (const { recipient } of letters) expect(new Set(by.get(recipient)).size, recipient).toBe(1);
		// What was under way on two lines, twice killed, may have been sent again: under the same Message-ID.
		expect(mails.mails.length).toBeLessThanOrEqual(400 + 4);
	});
});
