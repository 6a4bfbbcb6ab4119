import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importDesk } from '../../../../tests/harness/import.ts';
import { shipped } from '../../../../tests/harness/learners.ts';
import type { TwoOrgs } from '../../../../tests/harness/orgs.ts';
import {
	as,
	nobody,
	openTestPlatform,
	system,
	type TestPlatform,
} from '../../../../tests/harness/platform.ts';
import { asAdministrator } from '../../../../tests/harness/rows.ts';
import { localDay } from '../../platform/dates/local-day.ts';
import type { ProgressFilter } from '../filter.ts';
import { progressState, progressStates } from '../progress.ts';
import { turnProgress } from './count-progress.ts';
import { allProgress, courseProgress, groupProgress } from './course-progress.ts';
import { launchCourse } from './launch-course.ts';
import { listProgress } from './list-progress.ts';

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
	const list = (filter: ProgressFilter = {}, page = 1) =>
		act((ctx) => listProgress(ctx, shipped, filter, page));
	const counts = async () => {
		const found = await act((ctx) => courseProgress(ctx, shipped));
		if (!found) throw new Error('Nobody was asked.');
		return found;
	};
	const change = (statement: string, values: unknown[] = []) =>
		asAdministrator(platform, (admin) => admin.query(statement, values));

	it('is for program admins alone', async () => {
		for (const [actor, code] of [
			[as(orgs.here.learner), 'not_found'],
			[nobody, 'sign_in_required'],
		] as const) {
			const tries = [
				() => platform.act(orgs.here.org, actor, (ctx) => listProgress(ctx, shipped)),
				() => platform.act(orgs.here.org, actor, (ctx) => courseProgress(ctx, shipped)),
				() => platform.act(orgs.here.org, actor, (ctx) => groupProgress(ctx, shipped, 'site')),
				() => platform.act(orgs.here.org, actor, allProgress),
			];
			for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code });
		}
	});

	it('is of everyone once, fifty on a page, by name', async () => {
		const pages = await Promise.all([1, 2, 3, 4].map((page) => list({}, page)));
		expect(pages.map(({ people }) => people.length)).toEqual([50, 50, 22, 0]);
		expect(pages.slice(0, 3).map(({ total }) => total)).toEqual([122, 122, 122]);
		const people = pages.flatMap((page) => page.people);
		expect(new Set(people.map(({ id }) => id)).size).toBe(122);
		const order = people.map(({ name }) => name.split(' ').reverse().join(' '));
		expect(order).toEqual([...order].sort());
		expect(await act(allProgress)).toMatchObject([{ course: shipped, people: 122, dueOn: '2026-12-11' }]);
		expect(await act((ctx) => courseProgress(ctx, 'never-asked'))).toBeNull();
	});

	it('in SQL is the same as in words, whatever was assigned, begun, completed and when', async () => {
		const { people } = await list();
		const moment = fc.option(
			fc.date({ min: new Date('2026-11-01'), max: new Date('2026-12-31'), noInvalidDate: true }),
		);
		const day = fc
			.integer({ min: -3, max: 3 })
			.map((add) => new Date(Date.UTC(2026, 10, 20 + add)).toISOString().slice(0, 10));
		const standing = fc.constantFrom('here' as const, 'leave' as const);
		const one = fc.record({ startedAt: moment, completedAt: moment, dueOn: fc.option(day), standing });
		await fc.assert(
			fc.asyncProperty(fc.array(one, { minLength: 50, maxLength: 50 }), day, async (rows, asOf) => {
				platform.clock.now = new Date(`${asOf}T15:00:00Z`);
				const changed = JSON.stringify(
					rows.map((row, index) => ({
						...row,
						id: people[index]?.id,
						leave: row.standing === 'leave' ? '2026-11-01' : null,
					})),
				);
				const file = `jsonb_to_recordset($1::jsonb) as f(id uuid, "startedAt" timestamptz, "completedAt" timestamptz,
					"dueOn" date, leave date)`;
				for (const update of [
					`update assignment a set due_on = f."dueOn" from ${file} where a.person_id = f.id`,
					`update person p set leave_from = f.leave from ${file} where p.id = f.id`,
					`update progress p set started_at = f."startedAt", completed_at = f."completedAt", turns_on = '-infinity'
						from ${file} where p.account_id = f.id`,
				]) {
					await change(update, [changed]);
				}
				await platform.act(orgs.here.org, system, turnProgress);
				const shown = new Map((await list()).people.map((person) => [person.id, person]));
				rows.forEach((row, index) => {
					const person = shown.get(people[index]?.id ?? '');
					expect(person?.state).toBe(progressState(row, asOf));
					const completedOn = row.completedAt && localDay(row.completedAt, orgs.here.org.timeZone);
					expect([person?.dueOn, person?.completedOn]).toEqual([row.dueOn, completedOn]);
				});
			}),
			{ numRuns: process.env.UPSTANDER_FULL ? 40 : 4 },
		);
	});

	it('counts each person in one state, and its lists hold exactly those', async () => {
		const total = await counts();
		const sum = progressStates.reduce((people, state) => people + total[state], 0);
		expect([total.people, sum]).toEqual([122, 122]);
		for (const state of progressStates) {
			const listed = await list({ state });
			expect(listed.people.every((person) => person.state === state)).toBe(true);
			expect(listed.total).toBe(total[state]);
		}
		const { groups } = await act((ctx) => groupProgress(ctx, shipped, 'site'));
		expect(groups.map(({ name }) => name).sort()).toEqual(['Site 1', 'Site 2', null].sort());
		expect(groups.reduce((people, site) => people + site.people, 0)).toBe(122);
		for (const { key, ...site } of groups) {
			expect((await list({ site: key })).total).toBe(site.people);
			expect((await list({ site: key, state: 'open' })).total).toBe(site.open);
			expect((await list({ site: key })).people.every((person) => person.site === site.name)).toBe(true);
		}
		expect(await list({ site: randomUUID() })).toEqual({ people: [], total: 0 });
	});

	it('finds people by any part of a name or number, within the filter', async () => {
		expect(await list({ search: 'number007' })).toMatchObject({ total: 1, people: [{ number: '1007' }] });
		expect(await list({ search: 'PERSON 1007' })).toMatchObject({ total: 1 });
		expect((await list({ search: 'person', site: 'none' })).total).toBe(40);
		expect(await list({ search: '%' })).toMatchObject({ total: 0, people: [] });
	});

	const again = () => platform.act(orgs.here.org, system, turnProgress);

	it('is overdue from the day after the due date on, and never when it is done or on leave', async () => {
		await change(`update person set leave_from = null`);
		await change(`update assignment set due_on = '2026-12-11'`);
		await change(`update progress set started_at = null, completed_at = null, turns_on = '-infinity'`);
		await change(`update progress set completed_at = '2026-12-01' where account_id = $1`, [
			orgs.here.learner.id,
		]);
		await change(`update person set leave_from = '2026-12-01', leave_until = '2026-12-13' where id = $1`, [
			orgs.here.admin.id,
		]);
		const onDay = async (day: string) => {
			platform.clock.now = new Date(`${day}T15:00:00Z`);
			await again();
			return counts();
		};
		expect(await onDay('2026-12-11')).toMatchObject({ overdue: 0, done: 1, open: 120, leave: 1 });
		expect(await onDay('2026-12-12')).toMatchObject({ overdue: 120, done: 1, open: 0, leave: 1 });
		expect(await onDay('2026-12-13')).toMatchObject({ overdue: 121, done: 1, open: 0, leave: 0 });
		expect((await counts()).dueOn).toBe('2026-12-11');
		expect((await list({ sort: 'due' })).people.at(0)?.state).toBe('overdue');
	});

	it('of those who have left is kept, and counted apart', async () => {
		await change(`update person set ended_on = '2026-12-20' where id = any($1)`, [
			[orgs.here.learner.id, orgs.here.admin.id],
		]);
		await change(`update progress set turns_on = '-infinity'`);
		platform.clock.now = new Date('2026-12-20T15:00:00Z');
		await again();
		expect(await counts()).toMatchObject({ people: 122, done: 1, left: 0 });
		platform.clock.now = new Date('2026-12-21T15:00:00Z');
		await again();
		expect(await counts()).toMatchObject({ people: 120, done: 0, left: 2, leftDone: 1 });
		expect((await list()).total).toBe(120);
		const left = await list({ state: 'left' });
		expect([left.total, left.people.map(({ left }) => left)]).toEqual([2, [true, true]]);
	});

	it('says the latest due date, also where some have none', async () => {
		const set = async (due: string) => {
			await change(`update assignment set due_on = ${due}`);
			await change(`update progress set turns_on = '-infinity'`);
			await again();
		};
		await set(
			`case when person_id in (select id from person order by id limit 3) then null else '2026-12-11'::date end`,
		);
		expect((await counts()).dueOn).toBe('2026-12-11');
		await set('null');
		expect((await counts()).dueOn).toBeNull();
	});
});
