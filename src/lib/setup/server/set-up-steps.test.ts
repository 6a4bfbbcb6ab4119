import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newKey } from '../../../../tests/harness/keys.ts';
import { answers, enrolled, formsThrough, shipped } from '../../../../tests/harness/learners.ts';
import { openMailServer, type MailServer } from '../../../../tests/harness/mail-server.ts';
import type { TwoOrgs } from '../../../../tests/harness/orgs.ts';
import {
	as,
	nobody,
	openTestPlatform,
	system,
	type TestPlatform,
} from '../../../../tests/harness/platform.ts';
import { allRows, asAdministrator, changes } from '../../../../tests/harness/rows.ts';
import { lookAtCourse } from '../../learning/server/look-at-course.ts';
import { makeCards } from '../../people/server/make-cards.ts';
import { recordSiteFacts } from '../../people/server/record-site-facts.ts';
import type { Actor, Ctx } from '../../platform/context.ts';
import { sendTest } from '../../platform/mail/server/send-test.ts';
import { addSealingKey } from '../../platform/sealing/server/add-key.ts';
import { launchCourse } from '../../program/server/launch-course.ts';
import type { StepId } from '../set-up.ts';
import { chooseStep } from './choose-step.ts';
import { leadsToSetUp, setUpSteps } from './set-up-steps.ts';

describe('the set-up guide', () => {
	let mails: MailServer;
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	let there: Awaited<ReturnType<typeof allRows>>;
	beforeAll(async () => {
		mails = await openMailServer();
		platform = await openTestPlatform({ settings: { SMTP_URL: mails.url } });
		orgs = await platform.twoOrgs();
		await asAdministrator(platform, (admin) =>
			admin.query('update person set ended_on = $1 where id = $2', ['2026-01-01', orgs.here.learner.id]),
		);
		there = await allRows(platform, orgs.there.org.id);
	});
	afterAll(async () => {
		await platform.close();
		await mails.close();
	});

	const act = <Result>(work: (ctx: Ctx) => Promise<Result>, actor: Actor = as(orgs.here.admin)) =>
		platform.act(orgs.here.org, actor, work);
	const guide = () => act((ctx) => setUpSteps(ctx, true));
	const stateOf = async (id: StepId) => (await guide()).steps.find((step) => step.id === id)?.state;

	it('is for program admins alone', async () => {
		const changed = await changes(platform, async () => {
			const learner = as(orgs.here.learner);
			await expect(act((ctx) => setUpSteps(ctx, true), learner)).rejects.toMatchObject({ code: 'not_found' });
			await expect(act((ctx) => setUpSteps(ctx, true), nobody)).rejects.toMatchObject({
				code: 'sign_in_required',
			});
			const choice = { key: randomUUID(), step: 'mail', choice: 'later' } as const;
			await expect(act((ctx) => chooseStep(ctx, choice), learner)).rejects.toMatchObject({
				code: 'not_found',
			});
			await expect(act((ctx) => lookAtCourse(ctx, shipped), learner)).rejects.toMatchObject({
				code: 'not_found',
			});
			expect(await act(leadsToSetUp, learner)).toBe(false);
		});
		expect(changed).toEqual({});
	});

	it('begins with everything left but the organization, and leads there', async () => {
		const { facts, left } = await guide();
		expect(left).toBe(7);
		expect(facts.people).toEqual({ here: 1, noEmail: 0, noWayIn: 0, noPlace: 1 });
		expect(await act(leadsToSetUp)).toBe(true);
	});

	it('has mail when a mail has arrived', async () => {
		await act((ctx) => sendTest(ctx, randomUUID(), orgs.here.admin.email));
		await mails.mailTo(orgs.here.admin.email);
		await platform.settled();
		expect(await stateOf('mail')).toBe('done');
		const without = await act((ctx) => setUpSteps(ctx, false));
		expect(without.steps.find(({ id }) => id === 'mail')?.state).toBe('todo');
	});

	it('has people when there is somebody else, and asks how those without e-mail sign in', async () => {
		await orgs.here.add({ name: 'Nadia Okoye' });
		const { id } = await orgs.here.add({ name: 'Luis Ortega' });
		await asAdministrator(platform, (admin) =>
			admin.query('update person set email = null where id = $1', [id]),
		);
		const { facts, steps } = await guide();
		expect(facts.people).toMatchObject({ here: 3, noEmail: 1, noWayIn: 1 });
		expect(steps.filter(({ state }) => state === 'done').map((step) => step.id)).toEqual([
			'organization',
			'mail',
			'people',
		]);
		const wish = { key: randomUUID(), where: 'all', who: 'no_email', search: '', part: 1 } as const;
		await act((ctx) => makeCards(ctx, wish, 'https://learn.test'));
		expect(await stateOf('sign_in')).toBe('done');
		platform.clock.pass({ days: 400 });
		expect(await stateOf('sign_in')).toBe('todo'); // the card is worthless by now
		platform.clock.pass({ days: -400 });
	});

	it('has sites when it is known where each one is', async () => {
		const [one, two] = [randomUUID(), randomUUID()];
		await asAdministrator(platform, (admin) =>
			admin.query(
				`insert into site (org_id, id, name, created_at) values ($1, $2, 'Hartford', now()), ($1, $3, 'Toronto', now())`,
				[orgs.here.org.id, one, two],
			),
		);
		const place = (siteId: string, country: string, region: string | null) =>
			platform.act(orgs.here.org, system, async (ctx) => {
				const value = { country, region, city: null };
				await recordSiteFacts(ctx, [{ siteId, kind: 'address', value, startsOn: '2020-01-01' }]);
			});
		await place(one, 'US', 'CT');
		await place(two, 'CA', null);
		expect((await guide()).facts.sites).toEqual({ all: 2, open: [{ id: two, name: 'Toronto' }] });
		await place(two, 'CA', 'ON');
		expect(await stateOf('places')).toBe('done');
	});

	it('has somebody who reads notes when a handler has a key', async () => {
		const { form } = await newKey();
		const handler = await orgs.here.add({ name: 'Hana Ito', roles: ['handler'] });
		expect(await stateOf('notes')).toBe('todo');
		await act((ctx) => addSealingKey(ctx, { ...form, key: randomUUID() }), as(handler));
		expect(await stateOf('notes')).toBe('done');
	});

	it('lets one look at the course, which asks it of nobody', async () => {
		const changed = await changes(platform, async () => {
			const enrollment = await act((ctx) => lookAtCourse(ctx, shipped));
			expect(await act((ctx) => lookAtCourse(ctx, shipped))).toBe(enrollment);
			expect(await stateOf('course')).toBe('todo');
			const me = await enrolled(platform, orgs.here.admin);
			const [first] = me.course.steps;
			if (first) await answers(platform, me, first.id, formsThrough(me.course, first)[0]);
		});
		expect(changed).toMatchObject({ enrollment: '+1', answer: '+1' });
		expect(changed.assignment).toBeUndefined();
		expect(await stateOf('course')).toBe('done');
	});

	it('keeps who set a step aside, and when; twice is once', async () => {
		const choose = (step: 'mail' | 'course', choice: 'later' | 'now', key: string) =>
			act((ctx) => chooseStep(ctx, { key, step, choice }));
		const key = randomUUID();
		const changed = await changes(platform, async () => {
			await choose('mail', 'later', key);
			await choose('mail', 'later', key);
		});
		expect(changed).toEqual({ set_up_choice: '+1', form_key: '+1' });
		expect(await stateOf('mail')).toBe('done'); // it is there all the same
		const aside = async () =>
			(await act((ctx) => setUpSteps(ctx, false))).steps.find(({ id }) => id === 'mail')?.state;
		expect(await aside()).toBe('later');
		platform.clock.pass({ minutes: 1 });
		await choose('mail', 'now', randomUUID());
		expect(await aside()).toBe('todo');
	});

	it('ends with a launched course, and leads nowhere any more', async () => {
		expect((await guide()).left).toBe(1);
		const wish = { key: randomUUID(), course: shipped, dueOn: '' };
		await act((ctx) => launchCourse(ctx, wish, 'https://learn.test'));
		const { facts, left } = await guide();
		expect(facts.launch).toEqual({ course: shipped, asked: 4 });
		expect(left).toBe(0);
		expect(await act(leadsToSetUp)).toBe(false);
	});

	it('looked at nothing of another organization', async () => {
		expect(await allRows(platform, orgs.there.org.id)).toEqual(there);
		const stranger = await platform.act(orgs.there.org, as(orgs.there.admin), (ctx) => setUpSteps(ctx, true));
		expect(stranger.left).toBe(5);
		expect(stranger.facts).toMatchObject({ sites: { all: 0 }, keys: 0, looked: false, launch: null });
		expect(stranger.facts.mail).toMatchObject({ delivered: false, waiting: 0 });
	});
});
