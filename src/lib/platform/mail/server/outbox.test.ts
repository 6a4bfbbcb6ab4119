import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
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
import { mailTroubles } from './mail-troubles.ts';
import { openOutboxMail, viewOutbox } from './outbox.ts';
import { readdressMails, retryMails, type Reach } from './retry-mails.ts';
import { sendMail } from './send-mail.ts';
import { sendTest } from './send-test.ts';

const canary = 'https://learn.test/canary-link';

const letterTo = (person: Pick<TestPerson, 'id' | 'email'>) =>
	({
		kind: 'invitation',
		accountId: person.id,
		recipient: person.email,
		language: 'es',
		subject: 'Hola',
		body: canary,
	}) as const;

describe('the outbox, where no mail server is set', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	let id: string;
	beforeAll(async () => {
		platform = await openTestPlatform();
		orgs = await platform.twoOrgs();
		const { org, learner } = orgs.here;
		id = (await platform.act(org, system, (ctx) => sendMail(ctx, letterTo(learner)))) ?? '';
	});
	afterAll(() => platform.close());

	it('keeps mails for program admins, without their words', async () => {
		const seen = await platform.act(orgs.here.org, as(orgs.here.admin), viewOutbox);
		expect(seen).toEqual({
			counts: { waiting: 1, deferred: 0, bounced: 0, given_up: 0 },
			trouble: null,
			mails: [
				{
					id,
					kind: 'invitation',
					recipient: orgs.here.learner.email,
					subject: 'Hola',
					createdAt: platform.now(),
					state: 'waiting',
					reason: null,
					code: null,
					nextTryAt: null,
				},
			],
		});
		const other = await platform.act(orgs.there.org, as(orgs.there.admin), viewOutbox);
		expect(other.mails).toEqual([]);
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
				for (const verb of [
					viewOutbox,
					(ctx: Parameters<typeof viewOutbox>[0]) => openOutboxMail(ctx, id),
					(ctx: Parameters<typeof viewOutbox>[0]) => retryMails(ctx, { key: randomUUID() }, async () => []),
					(ctx: Parameters<typeof viewOutbox>[0]) => sendTest(ctx, randomUUID(), 'x@example.org'),
					(ctx: Parameters<typeof viewOutbox>[0]) => mailTroubles(ctx, []),
				]) {
					await expect(platform.act<unknown>(org, person, verb)).rejects.toMatchObject({ code });
				}
			}
			const foreign = platform.act(orgs.there.org, as(orgs.there.admin), (ctx) => openOutboxMail(ctx, id));
			await expect(foreign).rejects.toMatchObject({ code: 'not_found' });
		});
		expect(changed).toEqual({});
	});
});

describe('mail that was refused', () => {
	let mails: MailServer;
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	beforeAll(async () => {
		mails = await openMailServer();
		platform = await openTestPlatform({ settings: { SMTP_URL: mails.url } });
		orgs = await platform.twoOrgs();
	});
	afterEach(() => mails.misbehave({}));
	afterAll(async () => {
		await platform.close();
		await mails.close();
	});

	const asAdmin = <Result>(work: Parameters<typeof platform.act<Result>>[2]) =>
		platform.act(orgs.here.org, as(orgs.here.admin), work);
	const to = (address: string) => mails.mails.filter((mail) => mail.to.includes(address)).length;
	/** Somebody whose address is refused. */
	async function refused(name: string): Promise<TestPerson> {
		mails.misbehave({ recipient: () => '550 5.1.1 No such user' });
		const person = await orgs.here.add({ name });
		await platform.act(orgs.here.org, system, (ctx) => sendMail(ctx, letterTo(person)));
		await platform.settled();
		mails.misbehave({});
		return person;
	}
	const troubleOf = async (person: { id: string; email: string | null }) =>
		(await asAdmin((ctx) => mailTroubles(ctx, [person]))).get(person.id);

	it('stands beside its person, as long as they have this address', async () => {
		const person = await refused('Nora Refused');
		const trouble = { state: 'bounced', reason: 'unknown', code: '550 5.1.1', kind: 'invitation' };
		expect(await troubleOf(person)).toMatchObject(trouble);
		expect(await troubleOf({ ...person, email: person.email.toUpperCase() })).toMatchObject(trouble);
		expect(await troubleOf({ ...person, email: 'another@example.org' })).toBeUndefined();
		expect(await troubleOf({ ...person, email: null })).toBeUndefined();
		const other = platform.act(orgs.there.org, as(orgs.there.admin), (ctx) => mailTroubles(ctx, [person]));
		expect((await other).size).toBe(0);
		const seen = await asAdmin(viewOutbox);
		expect(seen.counts.bounced).toBe(1);
		expect(seen.mails[0]).toMatchObject({ recipient: person.email, ...trouble });
	});

	it('is tried again when somebody asks, at the address of now, once however often the form comes', async () => {
		const person = await refused('Ida Moved');
		const reach: Reach = async (_, ids) => ids.map((id) => ({ id, email: 'ida.new@example.org' }));
		const { mails: found } = await asAdmin(viewOutbox);
		const mail = found.find(({ recipient }) => recipient === person.email)?.id ?? '';
		const key = randomUUID();
		for (let time = 1; time <= 2; time += 1) {
			expect(await asAdmin((ctx) => retryMails(ctx, { key, mail }, reach))).toBe(1);
			await platform.settled();
		}
		expect([to(person.email), to('ida.new@example.org')]).toEqual([0, 1]);
		expect(await troubleOf({ ...person, email: 'ida.new@example.org' })).toBeUndefined();
		const audited = (await allRows(platform))
			.get('audit_entry')
			?.filter((row) => row.includes('mail.retried'));
		expect(audited).toHaveLength(1);
	});

	it('follows its person to a new address by itself', async () => {
		const person = await refused('Tom Corrected');
		const stays = await refused('Una Stays');
		await platform.act(orgs.here.org, system, (ctx) =>
			readdressMails(ctx, [
				{ accountId: person.id, email: 'tom.new@example.org' },
				{ accountId: stays.id, email: stays.email },
			]),
		);
		await platform.settled();
		expect([to('tom.new@example.org'), to(stays.email)]).toEqual([1, 0]);
		expect(await troubleOf(stays)).toMatchObject({ state: 'bounced' });
	});

	it('is told when the server takes nothing at all, until it does again', async () => {
		mails.misbehave({ sender: () => '530 5.7.0 Authentication required' });
		const since = platform.now();
		const person = await orgs.here.add({ name: 'Vera Waits' });
		await platform.act(orgs.here.org, system, (ctx) => sendMail(ctx, letterTo(person)));
		await platform.settled();
		const seen = await asAdmin(viewOutbox);
		expect(seen.trouble).toEqual({ is: 'sign_in_refused', since, code: 530 });
		expect(seen.counts.waiting).toBe(1);
		mails.misbehave({});
		await asAdmin((ctx) => retryMails(ctx, { key: randomUUID() }, async () => []));
		await platform.settled();
		expect(to(person.email)).toBe(1);
		expect((await asAdmin(viewOutbox)).trouble).toBeNull();
	});

	it('shows by a test whether mail works', async () => {
		const key = randomUUID();
		const sample = { language: 'es', subject: 'Un curso', body: 'Hola' } as const;
		for (let time = 1; time <= 2; time += 1) {
			await asAdmin((ctx) => sendTest(ctx, key, orgs.here.admin.email, sample));
		}
		await asAdmin((ctx) => sendTest(ctx, randomUUID(), orgs.here.admin.email));
		await platform.settled();
		const arrived = mails.mails.filter((mail) => mail.to.includes(orgs.here.admin.email));
		expect(arrived.map(({ subject }) => subject).sort()).toEqual([
			'Mail from Aldervale Care works',
			'Prueba: Un curso',
		]);
	});
});
