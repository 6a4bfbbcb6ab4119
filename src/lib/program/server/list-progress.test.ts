import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importDesk } from '../../../../tests/harness/import.ts';
import { shipped } from '../../../../tests/harness/learners.ts';
import type { TwoOrgs } from '../../../../tests/harness/orgs.ts';
import { as, nobody, openTestPlatform, type TestPlatform } from '../../../../tests/harness/platform.ts';
import { asAdministrator } from '../../../../tests/harness/rows.ts';
import { progressState, progressStates } from '../progress.ts';
import { launchCourse } from './launch-course.ts';
import { assignedCourses, courseProgress, listProgress } from './list-progress.ts';

const today = '2026-11-20';

describe('the progress of a course', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	beforeAll(async () => {
		platform = await openTestPlatform();
		orgs = await platform.twoOrgs();
		const lines = Array.from({ length: 120 }, (_, index) => {
			const site = index % 3 === 0 ? '' : `Site ${index % 3}`;
			return `${1000 + index},Person Number${String(index).padStart(3, '0')},${site}`;
		});
		await importDesk(platform, orgs.here).bring(`Number,Name,Site\n${lines.join('\n')}\n`);
		for (const { org, admin } of [orgs.here, orgs.there]) {
			const wish = { key: randomUUID(), course: shipped, dueOn: '2026-12-11' };
			await platform.act(org, as(admin), (ctx) => launchCourse(ctx, wish, 'https://learn.test'));
		}
		await platform.settled();
	});
	afterAll(() => platform.close());

	const act = <Result>(work: Parameters<typeof platform.act<Result>>[2]) =>
		platform.act(orgs.here.org, as(orgs.here.admin), work);
	const list = (filter: Parameters<typeof listProgress>[3] = {}, day = today) =>
		act((ctx) => listProgress(ctx, shipped, day, filter));
	const counts = (day = today) => act((ctx) => courseProgress(ctx, shipped, day));
	const change = (statement: string, values: unknown[] = []) =>
		asAdministrator(platform, (admin) => admin.query(statement, values));

	it('is for program admins alone', async () => {
		for (const [actor, code] of [
			[as(orgs.here.learner), 'not_found'],
			[nobody, 'sign_in_required'],
		] as const) {
			const tries = [
				() => platform.act(orgs.here.org, actor, (ctx) => listProgress(ctx, shipped, today, {})),
				() => platform.act(orgs.here.org, actor, (ctx) => courseProgress(ctx, shipped, today)),
				() => platform.act(orgs.here.org, actor, assignedCourses),
			];
			for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code });
		}
	});

	it('is of everyone once, fifty on a page, by name', async () => {
		const pages = await Promise.all([1, 2, 3, 4].map((page) => list({ page })));
		expect(pages.map(({ people }) => people.length)).toEqual([50, 50, 22, 0]);
		expect(pages.slice(0, 3).map(({ total }) => total)).toEqual([122, 122, 122]);
		const people = pages.flatMap((page) => page.people);
		expect(new Set(people.map(({ id }) => id)).size).toBe(122);
		const order = people.map(({ name }) => name.split(' ').reverse().join(' '));
		expect(order).toEqual([...order].sort());
		expect(await act((ctx) => assignedCourses(ctx))).toEqual([shipped]);
	});

	it('in SQL is the same as in words, whatever was assigned, begun, completed and when', async () => {
		const { people } = await list();
		const moment = fc.option(
			fc.date({ min: new Date('2026-11-01'), max: new Date('2026-12-31'), noInvalidDate: true }),
		);
		const day = fc
			.integer({ min: -3, max: 3 })
			.map((add) => new Date(Date.UTC(2026, 10, 20 + add)).toISOString().slice(0, 10));
		const one = fc.record({ startedAt: moment, completedAt: moment, dueOn: fc.option(day), today: day });
		await fc.assert(
			fc.asyncProperty(fc.array(one, { minLength: 50, maxLength: 50 }), async (rows) => {
				const changed = JSON.stringify(rows.map((row, index) => ({ ...row, id: people[index]?.id })));
				const file = `jsonb_to_recordset($1::jsonb) as f(id uuid, "startedAt" timestamptz, "completedAt" timestamptz, "dueOn" date)`;
				await change(`update assignment a set due_on = f."dueOn" from ${file} where a.person_id = f.id`, [
					changed,
				]);
				await change(
					`update progress p set started_at = f."startedAt", completed_at = f."completedAt" from ${file} where p.account_id = f.id`,
					[changed],
				);
				for (const asOf of new Set(rows.map((row) => row.today))) {
					const shown = new Map((await list({}, asOf)).people.map((person) => [person.id, person]));
					rows.forEach((row, index) => {
						const person = shown.get(people[index]?.id ?? '');
						expect(person?.state).toBe(progressState(row, asOf));
						expect([person?.dueOn, person?.completedAt]).toEqual([row.dueOn, row.completedAt]);
					});
				}
			}),
			{ numRuns: process.env.UPSTANDER_FULL ? 40 : 4 },
		);
	});

	it('counts each person in one state, and its lists hold exactly those', async () => {
		const { total, sites } = await counts();
		const sum = (of: { done: number; going: number; open: number; overdue: number }) =>
			of.done + of.going + of.open + of.overdue;
		expect([total.people, sum(total)]).toEqual([122, 122]);
		for (const state of progressStates) {
			const listed = await list({ state });
			expect(listed.people.every((person) => person.state === state)).toBe(true);
			expect(listed.total).toBe(total[state]);
		}
		expect(sites.reduce((people, site) => people + site.people, 0)).toBe(122);
		for (const site of sites) {
			expect((await list({ site: site.site ?? '' })).total).toBe(site.people);
			expect((await list({ site: site.site ?? '', state: 'open' })).total).toBe(site.open);
		}
		expect(await list({ site: 'Nowhere' })).toMatchObject({ people: [], total: 0 });
	});

	it('is overdue from the day after the due date on, and never when it is done', async () => {
		await change(
			`update assignment set due_on = '2026-12-11'; update progress set started_at = null, completed_at = null`,
		);
		await change(`update progress set completed_at = now() where account_id = $1`, [orgs.here.learner.id]);
		expect((await counts('2026-12-11')).total).toMatchObject({ overdue: 0, done: 1, open: 121 });
		expect((await counts('2026-12-12')).total).toMatchObject({ overdue: 121, done: 1, open: 0 });
		expect((await counts()).dueOn).toBe('2026-12-11');
	});

	it('says the latest due date, also where some have none', async () => {
		await change(`update assignment set due_on = null where person_id = $1`, [orgs.here.learner.id]);
		expect((await counts()).dueOn).toBe('2026-12-11');
		await change(`update assignment set due_on = null`);
		expect((await counts()).dueOn).toBeNull();
	});
});
