import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobStates } from '../../../../../tests/harness/jobs.ts';
import { openMailServer, type MailServer } from '../../../../../tests/harness/mail-server.ts';
import type { TwoOrgs } from '../../../../../tests/harness/orgs.ts';
import {
	as,
	nobody,
	openTestPlatform,
	system,
	type TestPerson,
	type TestPlatform,
} from '../../../../../tests/harness/platform.ts';
import { allRows, changes } from '../../../../../tests/harness/rows.ts';
import { chooseByLink, chooseMail, mailChoices, openMailLink } from './choose-mail.ts';
import { sendMail, sendMails, type Letter } from './send-mail.ts';

const invitation = (person: TestPerson, course: string): Letter => ({
	kind: 'invitation',
	onceKey: `invitation:${course}:${person.id}`,
	accountId: person.id,
	recipient: person.email,
	language: 'en',
	subject: 'S',
	body: 'B',
});

describe('a mail with a key', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	beforeAll(async () => {
		platform = await openTestPlatform();
		orgs = await platform.twoOrgs();
	});
	afterAll(() => platform.close());
	const send = (...letters: Letter[]) =>
		platform.act(orgs.here.org, system, (ctx) => sendMails(ctx, letters));

	it('is written once, whoever asks again, also at the same moment and in the same breath', async () => {
		const { learner, admin } = orgs.here;
		const letters = [invitation(learner, 'one'), invitation(admin, 'one'), invitation(learner, 'one')];
		const changed = await changes(platform, () =>
			Promise.all([send(...letters), send(...letters), send(...letters.toReversed())]),
		);
		expect(changed.mail).toBe('+2');
		expect(await send(...letters)).toEqual([]);
		expect(await send(invitation(learner, 'two'))).toHaveLength(1);
	});

	it('in one organization says nothing about another', async () => {
		const { learner } = orgs.here;
		const there = platform.act(orgs.there.org, system, (ctx) => sendMails(ctx, [invitation(learner, 'one')]));
		expect(await there).toHaveLength(1);
	});

	it('is written for thousands with one job', async () => {
		const before = (await jobStates(platform, 'mail')).created ?? 0;
		const people = Array.from({ length: 3000 }, () => ({ ...orgs.here.learner, id: crypto.randomUUID() }));
		expect(await send(...people.map((person) => invitation(person, 'many')))).toHaveLength(3000);
		expect((await jobStates(platform, 'mail')).created).toBe(before + 1);
	});
});

describe('a mail that one may do without', () => {
	let mails: MailServer;
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	beforeAll(async () => {
		mails = await openMailServer();
		platform = await openTestPlatform({ settings: { SMTP_URL: mails.url } });
		orgs = await platform.twoOrgs();
	});
	afterAll(async () => {
		await platform.close();
		await mails.close();
	});

	const send = async (person: TestPerson, kind: 'digest' | 'news' | 'reminder') => {
		const words = {
			accountId: person.id,
			recipient: person.email,
			language: person.language,
			subject: 'Your team',
			body: 'All is well.\n',
		};
		const id = await platform.act(orgs.here.org, system, (ctx) =>
			sendMail(
				ctx,
				kind === 'reminder' ? { ...words, kind } : { ...words, kind, address: 'https://learn.test' },
			),
		);
		await platform.settled();
		return id;
	};
	const asNobody = <Result>(work: Parameters<typeof platform.act<Result>>[2], org = orgs.here.org) =>
		platform.act(org, nobody, work);

	it('says so at its end and in its headers, and stops by its link alone', async () => {
		const person = await orgs.here.add({ name: 'Mara Manager' });
		await send(person, 'digest');
		const arrived = await mails.mailTo(person.email);
		const headers = Object.fromEntries(arrived.parsed.headers.map(({ key, value }) => [key, value]));
		const link = /<(https:\/\/learn\.test\/o\/aldervale-care\/mail\/([\w-]{43}))>/.exec(
			headers['list-unsubscribe'] ?? '',
		);
		expect(headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
		expect(arrived.text).toContain(`\n${link?.[1]}\n`);
		expect(arrived.parsed.html).toContain(`href="${link?.[1]}"`);
		const token = link?.[2] ?? '';
		expect([...(await allRows(platform)).values()].flat().join('\n')).not.toContain(token);

		const looked = await changes(platform, async () => {
			expect(await asNobody((ctx) => openMailLink(ctx, token))).toEqual({ kind: 'digest', wanted: true });
		});
		expect(looked).toEqual({});
		const stopped = await changes(platform, async () => {
			for (let time = 1; time <= 2; time += 1) await asNobody((ctx) => chooseByLink(ctx, token, false));
		});
		expect(stopped).toEqual({ mail_choice: '+1' });
		expect(await send(person, 'digest')).toBeUndefined();
		expect(await send(person, 'news')).toBeDefined();
		expect(await send(person, 'reminder')).toBeDefined();
		expect(mails.mails.filter(({ to }) => to.includes(person.email))).toHaveLength(3);
		await asNobody((ctx) => chooseByLink(ctx, token, true));
		expect(await send(person, 'digest')).toBeDefined();
	});

	it('stops on the account page too, for oneself alone', async () => {
		const { admin, learner, org } = orgs.here;
		const mine = (person: TestPerson) => platform.act(org, as(person), mailChoices);
		await platform.act(org, as(admin), (ctx) => chooseMail(ctx, 'news', false));
		expect(await mine(admin)).toEqual([
			{ kind: 'digest', wanted: true },
			{ kind: 'news', wanted: false },
		]);
		expect((await mine(learner)).every(({ wanted }) => wanted)).toBe(true);
		expect(await send(admin, 'news')).toBeUndefined();
		await platform.act(org, as(admin), (ctx) => chooseMail(ctx, 'news', true));
		expect(await send(admin, 'news')).toBeDefined();
	});

	it('has links that say nothing elsewhere, and nothing when made up', async () => {
		const person = await orgs.here.add({ name: 'Nils Elsewhere' });
		await send(person, 'news');
		const { text } = await mails.mailTo(person.email);
		const token = /\/mail\/([\w-]{43})/.exec(text)?.[1] ?? '';
		for (const [org, tried] of [
			[orgs.there.org, token],
			[orgs.here.org, 'made-up'],
			[orgs.here.org, ''],
		] as const) {
			await expect(asNobody((ctx) => openMailLink(ctx, tried), org)).rejects.toMatchObject({
				code: 'not_found',
			});
			await expect(asNobody((ctx) => chooseByLink(ctx, tried, false), org)).rejects.toMatchObject({
				code: 'not_found',
			});
		}
	});

	it('that its reader needs has no such link', async () => {
		const person = await orgs.here.add({ name: 'Olga Owes' });
		await send(person, 'reminder');
		const { parsed, text } = await mails.mailTo(person.email);
		expect(parsed.headers.map(({ key }) => key)).not.toContain('list-unsubscribe');
		expect(text).not.toContain('/mail/');
	});
});
