import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openMailServer, type MailServer } from '../../../../../tests/harness/mail-server.ts';
import type { TwoOrgs } from '../../../../../tests/harness/orgs.ts';
import { openTestPlatform, system, type TestPlatform } from '../../../../../tests/harness/platform.ts';
import { allRows, asAdministrator, changes } from '../../../../../tests/harness/rows.ts';
import { openLog } from '../../log/log.ts';
import { openPlatform } from '../../platform.ts';
import type { MailKind } from '../mail-kind.ts';
import { mailRound } from '../../backstage.ts';
import { createOrg } from '../../org/server/create-org.ts';
import { deliverMail, type PostOffice } from './deliver-mail.ts';
import { sendMail, type Letter } from './send-mail.ts';

const canary = 'https://learn.test/canary-link';

describe('a mail', () => {
	let mails: MailServer;
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	beforeAll(async () => {
		mails = await openMailServer();
		platform = await openTestPlatform({
			settings: { SMTP_URL: mails.url, LOG_LEVEL: 'error', MAIL_PER_MINUTE: '1000' },
		});
		orgs = await platform.twoOrgs();
	});
	afterEach(async () => {
		mails.misbehave({});
		await pass(60);
	});
	afterAll(async () => {
		await platform.close();
		await mails.close();
	});

	const send = async (recipient: string, kind: Exclude<MailKind, 'digest' | 'news'> = 'notice') => {
		const letter = {
			kind,
			accountId: orgs.here.learner.id,
			recipient,
			language: 'es' as const,
			subject: 'Año',
			body: `Hola:\n\n${canary}\n`,
		};
		const id = await platform.act(orgs.here.org, system, (ctx) => sendMail(ctx, letter));
		await platform.settled();
		return id!;
	};
	/** Lets minutes go by; whatever is due then is tried. */
	async function pass(minutes: number): Promise<void> {
		platform.clock.pass({ minutes });
		await platform.ring(mailRound.name);
		await platform.settled();
	}
	const to = (address: string) => mails.mails.filter((mail) => mail.to.includes(address));
	const rows = async (table: string, id: string) =>
		((await allRows(platform)).get(table) ?? [])
			.map((row) => JSON.parse(row) as Record<string, unknown>)
			.filter((row) => row.id === id || row.mail_id === id);
	const stored = async (id: string) => (await rows('mail', id))[0];
	const outcomes = async (id: string) =>
		(await rows('mail_attempt', id))
			.sort((a, b) => String(a.id).localeCompare(String(b.id)))
			.map(({ outcome, code, status }) => [outcome, code, status].filter((part) => part !== null).join(' '));

	it('is delivered once, and its words are gone then', async () => {
		const sentAt = platform.now();
		const id = await send('once@example.org');
		expect(to('once@example.org')).toHaveLength(1);
		const [arrived] = to('once@example.org');
		expect(arrived).toMatchObject({ subject: 'Año', link: canary });
		expect(arrived?.parsed.messageId).toContain(id);
		const headers = Object.fromEntries(arrived!.parsed.headers.map(({ key, value }) => [key, value]));
		expect(headers).toMatchObject({ 'auto-submitted': 'auto-generated', 'content-language': 'es' });
		expect(headers['list-unsubscribe']).toBeUndefined();
		const row = await stored(id);
		expect(row).toMatchObject({ body: null });
		expect(new Date(String(row?.sent_at))).toEqual(sentAt);
		expect(await outcomes(id)).toEqual(['sent']);
		expect([...(await allRows(platform)).values()].flat().join('\n')).not.toContain(canary);
	});

	it('is not sent when its transaction is rolled back', async () => {
		const changed = await changes(platform, async () => {
			const undone = platform.act(orgs.here.org, system, async (ctx) => {
				const letter: Letter = {
					kind: 'notice',
					accountId: orgs.here.learner.id,
					recipient: 'never@example.org',
					language: 'en',
					subject: 'S',
					body: 'B',
				};
				await sendMail(ctx, letter);
				throw new Error('changed my mind');
			});
			await expect(undone).rejects.toThrow('changed my mind');
		});
		expect(changed).toEqual({});
		expect(to('never@example.org')).toEqual([]);
	});

	it('that a greylist puts off is sent after the pause that was asked for, not before, and is kept until then', async () => {
		mails.misbehave({
			recipient: (_, tries) =>
				tries === 1 ? '451 4.7.1 <grey@example.org>: Greylisted, try again in 3 minutes' : undefined,
		});
		const id = await send('grey@example.org');
		expect(await stored(id)).toMatchObject({
			body: expect.stringContaining(canary) as string,
			sent_at: null,
			failure: null,
		});
		await pass(2);
		expect(to('grey@example.org')).toEqual([]);
		expect(await outcomes(id)).toEqual(['deferred 451 4.7.1']);
		await pass(1);
		expect(to('grey@example.org')).toHaveLength(1);
		expect(await outcomes(id)).toEqual(['deferred 451 4.7.1', 'sent']);
		expect(JSON.stringify(await rows('mail_attempt', id))).toContain('…: Greylisted');
	});

	it('that is refused for good is not tried again, and the address is in no word of it', async () => {
		mails.misbehave({ recipient: () => '550 5.1.1 <gone@example.org>: No such user' });
		const id = await send('gone@example.org');
		expect(await stored(id)).toMatchObject({ failure: 'bounced', sent_at: null });
		mails.misbehave({});
		await pass(24 * 60);
		expect(to('gone@example.org')).toEqual([]);
		expect(await outcomes(id)).toEqual(['bounced 550 5.1.1']);
		expect((await rows('mail_attempt', id))[0]?.words).toBe('…: No such user');
	});

	it('that is put off again and again is given up after five days', async () => {
		mails.misbehave({ recipient: () => '452 4.2.2 Mailbox full' });
		const id = await send('full@example.org');
		for (let times = 0; times < 40; times += 1) await pass(4 * 60);
		const said = await outcomes(id);
		expect(said.at(-1)).toBe('given_up');
		expect(said.slice(0, -1).every((one) => one === 'deferred 452 4.2.2')).toBe(true);
		expect(said.length).toBeGreaterThan(20);
		expect(said.length).toBeLessThan(45);
		expect(await stored(id)).toMatchObject({ failure: 'given_up' });
	});

	it('is sent again under the same Message-ID where nobody can know whether it was taken', async () => {
		mails.misbehave({ drop: (_, tries) => (['before', 'during', 'after'] as const)[tries - 1] });
		mails.hangUp(); // over a connection used before, a break before the mail is mended without a word
		const id = await send('cut@example.org');
		for (let times = 0; times < 4; times += 1) await pass(10);
		expect(await outcomes(id)).toEqual(['dropped', 'dropped', 'dropped', 'sent']);
		// Taken twice: the server broke off after it had taken the first, before it said so.
		expect(to('cut@example.org').map(({ parsed }) => parsed.messageId)).toEqual(
			Array.from({ length: 2 }, () => expect.stringContaining(id) as string),
		);
	});

	it('waits, and is not blamed, while the server takes nothing from us', async () => {
		for (const [how, trouble] of [
			[{ sender: () => '550 5.7.60 Not allowed to send as this sender' }, 'sender_refused'],
			[{ recipient: () => '554 5.7.1 Relay access denied' }, 'relay_refused'],
			[{ greeting: () => '554 5.7.1 Your address is listed' }, 'unreachable'],
			[{ recipient: () => '530 5.7.0 Authentication required' }, 'sign_in_refused'],
			[{ recipient: () => '451 4.3.2 System not accepting messages' }, 'busy'],
		] as const) {
			mails.misbehave(how);
			mails.hangUp();
			const address = `${trouble}@example.org`;
			const id = await send(address);
			expect(await outcomes(id), trouble).toEqual([]);
			expect((await allRows(platform)).get('mail_server')?.[0], trouble).toContain(`"${trouble}"`);
			mails.misbehave({});
			await pass(0);
			expect(to(address), `${trouble} rests`).toEqual([]);
			await pass(1);
			expect(to(address), trouble).toHaveLength(1);
			expect((await allRows(platform)).get('mail_server')?.[0]).toContain('"trouble": null');
		}
	});

	it('waits when one address after the other is refused, whatever the server says', async () => {
		mails.misbehave({ recipient: () => '550 5.7.0 Something nobody has heard of' });
		const people = Array.from({ length: 60 }, (_, number) => `all${number}@example.org`);
		await Promise.all(people.map((address) => send(address)));
		const failed = async () =>
			((await allRows(platform)).get('mail') ?? []).filter(
				(row) => /all\d+@/.test(row) && row.includes('"failure": "bounced"'),
			).length;
		expect(await failed()).toBeLessThanOrEqual(20); // ten on each of two lines
		expect((await allRows(platform)).get('mail_server')?.[0]).toContain('"refuses_all"');
		mails.misbehave({});
		const then = await failed();
		await pass(2);
		expect(people.filter((address) => to(address).length === 1)).toHaveLength(60 - then);
	});

	it('with an expired sign-in link is given up, others wait', async () => {
		mails.misbehave({ sender: () => '550 5.7.60 Not allowed' });
		const [link, notice] = [
			await send('link@example.org', 'sign_in'),
			await send('notice@example.org', 'invitation'),
		];
		mails.misbehave({});
		await pass(40);
		expect(to('link@example.org')).toEqual([]);
		expect(await outcomes(link)).toEqual(['given_up']);
		expect(await outcomes(notice)).toEqual(['sent']);
	});

	it('to an address that cannot be one is refused without troubling the server, and holds up no other', async () => {
		const id = await send('no address at all <x@example.org>, y@example.org');
		expect(await stored(id)).toMatchObject({ failure: 'bounced' });
		expect(to('y@example.org')).toEqual([]);
		await send('next@example.org');
		expect(to('next@example.org')).toHaveLength(1);
	});

	it('is delivered once when several processes work on it at once, or again later', async () => {
		const areas = { subscribers: [], queues: [], rounds: [], data: [], atStart: [] };
		const log = openLog('error');
		const other = await openPlatform(platform.config, platform.database.appUrl, log, areas, platform.now);
		const office = (one: { db: PostOffice['db']; mailer: typeof platform.mailer }): PostOffice => ({
			...one,
			mailer: one.mailer!,
			perMinute: 1000,
			log,
			now: platform.now,
		});
		const addresses = Array.from({ length: 30 }, (_, number) => `many${number}@example.org`);
		await Promise.all(addresses.map((address) => send(address)));
		const work = () =>
			Promise.all(
				[platform, other, platform, other].map(({ db, mailer }) =>
					deliverMail(office({ db, mailer }), orgs.here.org.id),
				),
			);
		await work();
		await platform.settled();
		await work();
		await deliverMail(office(platform), randomUUID());
		await other.close();
		for (const address of addresses) expect(to(address), address).toHaveLength(1);
	});

	it('of a demo never leaves: its people are invented', async () => {
		const demo = await platform.db.global((tx) =>
			createOrg(tx, { name: 'A Demo', kind: 'demo', language: 'en' }, platform.now()),
		);
		const letter = { kind: 'notice', accountId: randomUUID(), recipient: 'invented@example.org' } as const;
		await platform.act(demo, system, (ctx) =>
			sendMail(ctx, { ...letter, language: 'en', subject: 'S', body: 'B' }),
		);
		await platform.settled();
		await pass(10);
		expect(to('invented@example.org')).toEqual([]);
	});

	it('whose process died is sent by the next one, when it can no longer be under way', async () => {
		mails.misbehave({ sender: () => '550 5.7.60 Not allowed' });
		const id = await send('orphan@example.org');
		mails.misbehave({});
		await asAdministrator(platform, (admin) =>
			admin.query(`update mail set held_until = $1 where id = $2`, [
				new Date(platform.now().getTime() + 18 * 60_000),
				id,
			]),
		);
		await pass(17);
		expect(to('orphan@example.org')).toEqual([]);
		await pass(2);
		expect(to('orphan@example.org')).toHaveLength(1);
	});
});

describe('mails beyond what the server may be given in a minute', () => {
	it('go in the next one, and sign-in links before all others', async () => {
		const mails = await openMailServer();
		const platform = await openTestPlatform({
			settings: { SMTP_URL: mails.url, LOG_LEVEL: 'error', MAIL_PER_MINUTE: '20', MAIL_CONNECTIONS: '1' },
		});
		const { here, there } = await platform.twoOrgs();
		const letter = (number: number | string, kind: 'notice' | 'sign_in' = 'notice'): Letter => ({
			kind,
			accountId: here.learner.id,
			recipient: `${kind}${number}@example.org`,
			language: 'en',
			subject: 'S',
			body: 'B',
		});
		const send = async (org = here.org, ...letters: Letter[]) => {
			await platform.act(org, system, async (ctx) => {
				for (const one of letters) await sendMail(ctx, one);
			});
			await platform.settled();
		};
		const pass = async (seconds: number) => {
			platform.clock.pass({ seconds });
			await platform.ring(mailRound.name);
			await platform.settled();
		};
		await send(here.org, ...Array.from({ length: 40 }, (_, number) => letter(number)));
		expect(mails.mails).toHaveLength(18); // two are kept for who waits
		await send(there.org, letter('now', 'sign_in'));
		expect(mails.mails.at(-1)?.to).toEqual(['sign_innow@example.org']);
		await pass(59);
		expect(mails.mails).toHaveLength(19);
		await pass(1);
		expect(mails.mails).toHaveLength(37);
		await pass(60);
		expect(mails.mails).toHaveLength(41);
		expect(new Set(mails.mails.map(({ to }) => to[0])).size).toBe(41);
		await platform.close();
		await mails.close();
	});
});
