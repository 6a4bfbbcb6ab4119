import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shipped, enrolled, takeUntil } from '../../../../tests/harness/learners.ts';
import type { TestOrg } from '../../../../tests/harness/orgs.ts';
import { as, openTestPlatform, system, type TestPlatform } from '../../../../tests/harness/platform.ts';
import { asAdministrator, changes } from '../../../../tests/harness/rows.ts';
import { audienceSchema } from '../../people/audience.ts';
import type { NewFact } from '../../people/fact.ts';
import { ensureSites } from '../../people/server/ensure-places.ts';
import { recordFacts } from '../../people/server/record-facts.ts';
import { recordSiteFacts } from '../../people/server/record-site-facts.ts';
import { endLaunch, launchCourse } from './launch-course.ts';
import { remind } from './remind.ts';

describe('reminders of what is open', () => {
	let platform: TestPlatform;
	let here: TestOrg;
	let launched = '';

	beforeAll(async () => {
		platform = await openTestPlatform();
		here = (await platform.twoOrgs()).here;
		launched = (await launch({ dueOn: '2026-12-11' })).launch; // 21 days from the first moment
		await platform.settled();
	});
	afterAll(() => platform.close());

	const launch = (wish: { dueOn?: string; audience?: object; standing?: boolean } = {}) =>
		platform.act(here.org, as(here.admin), (ctx) => {
			const audience = v.parse(audienceSchema, wish.audience ?? {});
			const { dueOn = '', standing = false } = wish;
			return launchCourse(
				ctx,
				{ key: randomUUID(), course: shipped, dueOn, standing, audience },
				'https://learn.test',
			);
		});
	const round = () => platform.act(here.org, system, (ctx) => remind(ctx));
	const at = (moment: string) => (platform.clock.now = new Date(moment));
	const reminders = async () => {
		const { rows } = await asAdministrator(platform, (admin) =>
			admin.query<{ recipient: string; subject: string; body: string; language: string }>(
				`select recipient, subject, body, language from mail where kind = 'reminder' order by created_at, recipient`,
			),
		);
		return rows;
	};
	const forget = () => asAdministrator(platform, (admin) => admin.query(`delete from mail`));
	const record = (personId: string, kind: NewFact['kind'], value: unknown, startsOn = '2026-11-01') =>
		platform.act(here.org, system, (ctx) =>
			recordFacts(ctx, [{ personId, kind, value, startsOn } as NewFact]),
		);

	it('wait for their day', async () => {
		at('2026-11-26T15:00:00Z');
		expect(await round()).toBe(0);
		expect(await reminders()).toEqual([]);
	});

	it('go out on their day, in working hours, once, in each reader’s language, with a link that works', async () => {
		at('2026-11-27T13:30:00Z'); // 8:30 in New York
		expect(await round()).toBe(0);
		at('2026-11-27T14:30:00Z');
		const changed = await changes(platform, round);
		expect(changed).toMatchObject({ mail: '+2', sign_in_link: '+2', assignment: '+2 -2' });
		expect(await changes(platform, round)).toEqual({});
		const [english, spanish] = await reminders();
		expect(english).toMatchObject({ recipient: here.admin.email, language: 'en' });
		expect(english?.body).toContain('December 11, 2026');
		expect(english?.body).toMatch(/https:\/\/learn\.test\/o\/aldervale-care\/sign-in\/\S{20,}/);
		expect(spanish?.subject).toContain('sigue abierto');
		expect(spanish?.body).toContain('11 de diciembre de 2026');
		await forget();
	});

	it('are not sent at the weekend, and made up for by one on Monday', async () => {
		at('2026-12-04T15:00:00Z'); // Friday, a week before
		expect(await round()).toBe(2);
		await forget();
		at('2026-12-12T15:00:00Z'); // Saturday, the day after it was due
		expect(await round()).toBe(0);
		at('2026-12-14T15:00:00Z');
		expect(await round()).toBe(2);
		expect((await reminders())[0]?.body).toContain('it was due on December 11');
		await forget();
	});

	it('leave those in peace who are on leave or have left, and end when everything is done', async () => {
		await record(here.admin.id, 'leave', 'on');
		at('2026-12-21T15:00:00Z');
		expect(await round()).toBe(1);
		await forget();
		await record(here.admin.id, 'leave', 'back', '2026-12-22');
		at('2026-12-22T15:00:00Z');
		expect(await round()).toBe(1); // made up for on the first day back
		await forget();
		await takeUntil(platform, await enrolled(platform, here.learner));
		await platform.settled();
		await record(here.admin.id, 'employment', 'ended', '2026-12-23');
		at('2026-12-28T15:00:00Z');
		expect(await round()).toBe(0);
	});

	it('end with their launch, and not with another', async () => {
		const someone = await here.add({ name: 'Nora Field' });
		at('2027-01-04T15:00:00Z');
		const second = await launch({ audience: { people: [someone.id] } });
		await platform.act(here.org, as(here.admin), (ctx) => endLaunch(ctx, launched));
		at('2027-01-18T15:00:00Z');
		await platform.act(here.org, as(here.admin), (ctx) => endLaunch(ctx, second.launch));
		expect(await round()).toBe(0);
	});

	it('come by the clock of the place where somebody works', async () => {
		const tokyo = await here.add({ name: 'Aiko Mori' });
		const home = await here.add({ name: 'Lou Kane' });
		await platform.act(here.org, system, async (ctx) => {
			const site = (await ensureSites(ctx, ['Tokyo'])).get('Tokyo') ?? '';
			await recordSiteFacts(ctx, [
				{ siteId: site, kind: 'timeZone', value: 'Asia/Tokyo', startsOn: '2026-01-01' },
			]);
			await recordFacts(ctx, [
				{ personId: tokyo.id, kind: 'workPlaces', value: [{ site, share: 100 }], startsOn: '2026-01-01' },
				{
					personId: home.id,
					kind: 'workPlaces',
					value: [{ country: 'US', region: 'CA', city: null, share: 100 }],
					startsOn: '2026-01-01',
				},
			]);
		});
		at('2027-02-01T15:00:00Z');
		await launch({ audience: { people: [tokyo.id, home.id] } }); // first reminder after 14 days: Monday, February 15
		await forget();
		at('2027-02-15T01:00:00Z'); // ten in the morning in Tokyo
		expect(await round()).toBe(1);
		expect((await reminders())[0]?.recipient).toBe(tokyo.email);
		at('2027-02-15T15:00:00Z'); // ten in New York, seven in California
		expect(await round()).toBe(0);
		at('2027-02-15T18:00:00Z');
		expect(await round()).toBe(1);
	});
});

describe('a standing launch', () => {
	let platform: TestPlatform;

	beforeAll(async () => {
		platform = await openTestPlatform();
	});
	afterAll(() => platform.close());

	it('is asked of those who come to belong to it, and of nobody else', async () => {
		const { here } = await platform.twoOrgs();
		const audience = v.parse(audienceSchema, { workerTypes: ['volunteer'] });
		const wish = { key: randomUUID(), course: shipped, dueOn: '2026-11-25', standing: true, audience };
		const { asked } = await platform.act(here.org, as(here.admin), (ctx) =>
			launchCourse(ctx, wish, 'https://learn.test'),
		);
		expect(asked).toBe(0);
		platform.clock.pass({ days: 3 });
		await here.add({ name: 'Not Asked' });
		const volunteer = await here.add({ name: 'Vera Lane' });
		const changed = await changes(platform, () =>
			platform.act(here.org, system, (ctx) =>
				recordFacts(ctx, [
					{ personId: volunteer.id, kind: 'workerType', value: 'volunteer', startsOn: ctx.today },
				]),
			),
		);
		expect(changed).toMatchObject({ assignment: '+1', enrollment: '+1', mail: '+1' });
		const { rows } = await asAdministrator(platform, (admin) =>
			admin.query(`select person_id as id, due_on::text as due from assignment`),
		);
		expect(rows).toEqual([{ id: volunteer.id, due: '2026-12-23' }]);
	});

	it('of thousands is asked of everyone once, a thousand at a time', async () => {
		const { there } = await platform.twoOrgs();
		await platform.act(there.org, system, async (ctx) => {
			const { addPeople } = await import('../../people/server/add-people.ts');
			const people = Array.from({ length: 2300 }, (_, index) => ({
				number: `n${index}`,
				givenName: 'Some',
				familyName: `Body ${index}`,
				language: null,
			}));
			await addPeople(ctx, people);
		});
		const wish = { key: randomUUID(), course: shipped, dueOn: '' };
		const { asked } = await platform.act(there.org, as(there.admin), (ctx) =>
			launchCourse(ctx, wish, 'https://learn.test'),
		);
		expect(asked).toBe(1000);
		await platform.settled();
		const { rows } = await asAdministrator(platform, (admin) =>
			admin.query(
				`select count(*)::int as asked, count(distinct person_id)::int as people from assignment where org_id = $1`,
				[there.org.id],
			),
		);
		expect(rows).toEqual([{ asked: 2302, people: 2302 }]);
	});
});
