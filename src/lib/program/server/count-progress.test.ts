import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TwoOrgs } from '../../../../tests/harness/orgs.ts';
import { as, openTestPlatform, system, type TestPlatform } from '../../../../tests/harness/platform.ts';
import { asAdministrator } from '../../../../tests/harness/rows.ts';
import type { NewFact } from '../../people/fact.ts';
import { ensureDepartments, ensureSites } from '../../people/server/ensure-places.ts';
import { recordFacts } from '../../people/server/record-facts.ts';
import type { Ctx } from '../../platform/context.ts';
import type { DomainEvent } from '../../platform/events/events.ts';
import { groupings } from '../filter.ts';
import { progressState, type Standing } from '../progress.ts';
import { countEnrollments, turnProgress } from './count-progress.ts';
import { courseProgress, groupProgress } from './course-progress.ts';
import { progressProjection, rebuildProgress } from './project-progress.ts';
import { assignment } from './schema.ts';

const courses = ['stepping-in', 'another'];
const crowd = 9;
const day = (add: number) => new Date(Date.UTC(2026, 10, 20 + add)).toISOString().slice(0, 10);

/** What a random history is made of; numbers choose people, places and days. */
const anyAct = fc.record({
	kind: fc.constantFrom(
		'start',
		'complete',
		'move',
		'department',
		'manager',
		'end',
		'leave',
		'home',
		'rehire',
	),
	person: fc.nat(crowd - 1),
	course: fc.constantFrom(...courses),
	choice: fc.nat(3),
	day: fc.integer({ min: -3, max: 3 }),
});
type Act = typeof anyAct extends fc.Arbitrary<infer Value> ? Value : never;

describe('the tally of progress', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	let sites: string[] = [];
	let departments: string[] = [];
	// Nobody follows events by themselves here: the test tells of them, in the order that it wants.
	beforeAll(async () => {
		platform = await openTestPlatform({ subscribers: [] });
		orgs = await platform.twoOrgs();
		await act(async (ctx) => {
			sites = [...(await ensureSites(ctx, ['North', 'South', 'West'])).values()];
			departments = [...(await ensureDepartments(ctx, ['Kitchen', 'Ward'])).values()];
			await ctx.tx.execute(
				sql`update site set country = 'US', region = 'IL' where name in ('North', 'South')`,
			);
		});
	});
	afterAll(() => platform.close());

	const act = <Result>(work: (ctx: Ctx) => Promise<Result>) => platform.act(orgs.here.org, system, work);
	const read = <Result>(work: (ctx: Ctx) => Promise<Result>) =>
		platform.act(orgs.here.org, as(orgs.here.admin), work);
	const rows = <Row extends Record<string, unknown>>(text: string) =>
		asAdministrator(platform, async (admin) => (await admin.query<Row>(text, [orgs.here.org.id])).rows);

	function factsOf({ kind, choice, day: add }: Act, personId: string, people: readonly string[]): NewFact[] {
		const about = { personId, startsOn: day(add) };
		switch (kind) {
			case 'move': {
				const site = sites[choice];
				return [{ ...about, kind: 'workPlaces', value: site ? [{ site, share: 100 }] : [] }];
			}
			case 'home': {
				const site = sites[0] ?? '';
				const value = [
					{ country: 'US', region: choice > 1 ? 'IL' : null, city: null, share: 60 },
					{ site, share: 40 },
				];
				return [{ ...about, kind: 'workPlaces', value }];
			}
			case 'department':
				return [{ ...about, kind: 'department', value: departments[choice] ?? null }];
			case 'manager':
				return [{ ...about, kind: 'manager', value: people[choice] ?? null }];
			case 'end':
				return [{ ...about, kind: 'employment', value: 'ended' }];
			case 'rehire':
				return [{ ...about, kind: 'employment', value: 'employed' }];
			case 'leave':
				return [{ ...about, kind: 'leave', value: choice > 1 ? 'on' : 'back' }];
			case 'start':
			case 'complete':
				return [];
		}
	}

	/** What is told of the course by one act, if anything. */
	function eventOf({ kind, course, day: add }: Act, account: string, enrollment: string): DomainEvent[] {
		if (kind !== 'start' && kind !== 'complete') return [];
		const type = kind === 'start' ? 'course.started' : 'course.completed';
		const at = new Date(Date.UTC(2026, 10, 20 + add, 9));
		return [
			{ id: randomUUID(), type, accountId: account, data: { enrollment, course, version: 'v' }, at },
		] as DomainEvent[];
	}

	/** The counts of every page, worked out here from the facts and events alone, in words that no SQL shares. */
	async function expected(today: string) {
		const found = await rows<Record<string, string | null>>(`
			select a.course, a.due_on::text as due, p.id, p.site_id as site, p.department_id as department,
				p.manager_id as manager, c.language, p.ended_on::text as ended, p.leave_from::text as "from",
				p.leave_until::text as until, g.started_at::text as started, g.completed_at::text as completed,
				w.country as home, w.region, w.site_id as place, s.country, s.region as "siteRegion"
			from assignment a join person p on p.org_id = a.org_id and p.id = a.person_id
			join account c on c.id = p.id join progress g on g.account_id = p.id and g.course = a.course
			left join person_place w on w.person_id = p.id and w.position = 1 left join site s on s.id = w.site_id
			where a.org_id = $1`);
		const told: Record<string, number> = {};
		for (const row of found) {
			const left = row.ended !== null && row.ended! < today;
			const away = row.from !== null && row.from! <= today && (row.until === null || row.until! > today);
			const standing: Standing = left ? 'left' : away ? 'leave' : 'here';
			const moment = (at: string | null | undefined) => (at ? new Date(at) : null);
			const state = progressState(
				{
					startedAt: moment(row.started),
					completedAt: moment(row.completed),
					dueOn: row.due ?? null,
					standing,
				},
				today,
			);
			const [country, region] = row.place ? [row.country, row.siteRegion] : [row.home, row.region];
			const place = country ? country + (region ? `-${region}` : '') : 'none';
			const keys = {
				launch: null,
				site: row.site,
				department: row.department,
				manager: row.manager,
				language: row.language,
				place,
			};
			for (const by of groupings) {
				const name = `${row.course} ${by} ${keys[by] ?? 'none'} `;
				const counts = left ? ['left', ...(row.completed ? ['leftDone'] : [])] : ['people', state];
				for (const count of counts) told[name + count] = (told[name + count] ?? 0) + 1;
			}
		}
		return told;
	}

	/** The same as the pages tell it. */
	async function shown() {
		const told: Record<string, number> = {};
		for (const course of courses) {
			for (const by of groupings) {
				const { groups } = await read((ctx) => groupProgress(ctx, course, by));
				for (const { key, name: _name, ...counts } of groups) {
					for (const [what, count] of Object.entries(counts)) {
						if (count > 0) told[`${course} ${by} ${key} ${what}`] = count;
					}
				}
			}
		}
		return told;
	}

	/** Groups in which everybody has left are on no page. */
	const withPeople = (told: Record<string, number>) =>
		Object.fromEntries(
			Object.entries(told).filter(([name]) => told[`${name.slice(0, name.lastIndexOf(' '))} people`]),
		);

	const tally = () =>
		rows(`select course, dimension, key, stage, standing, due_on::text, people from progress_tally
			where org_id = $1 and people <> 0 order by 1, 2, 3, 4, 5, 6`);

	it('is what the rows say, whatever happens to people and courses, at once and in any order', async () => {
		const history = fc.array(anyAct, { minLength: 10, maxLength: 40 });
		await fc.assert(
			fc.asyncProperty(history, fc.integer({ min: 1, max: 6 }), async (acts, atATime) => {
				await asAdministrator(platform, (admin) =>
					admin.query(
						'delete from progress; delete from progress_tally; delete from assignment; delete from event',
					),
				);
				platform.clock.now = new Date('2026-11-20T12:00:00Z');
				const people: string[] = [];
				for (let index = 0; index < crowd; index += 1) {
					const someone = await orgs.here.add({
						name: `Some One${randomUUID()}`,
						language: index % 2 ? 'en' : 'es',
					});
					people.push(someone.id);
				}
				const enrollments = new Map(
					people.flatMap((id) => courses.map((course) => [id + course, randomUUID()] as const)),
				);
				const asked = people.flatMap((personId, index) =>
					courses.map((course) => ({
						id: randomUUID(),
						type: 'course.assigned' as const,
						accountId: personId,
						data: { enrollment: enrollments.get(personId + course) ?? '', course },
						at: new Date('2026-11-01T09:00:00Z'),
						dueOn: index % 3 ? day((index % 5) - 2) : null,
					})),
				);
				await act(async (ctx) => {
					await ctx.tx.insert(assignment).values(
						asked.map(({ accountId, data, dueOn }) => ({
							orgId: ctx.org.id,
							id: randomUUID(),
							personId: accountId,
							course: data.course,
							assignedAt: ctx.now,
							dueOn,
						})),
					);
				});
				const events = [
					...asked.map(({ dueOn: _dueOn, ...event }) => event),
					...acts.flatMap((one) =>
						eventOf(
							one,
							people[one.person] ?? '',
							enrollments.get((people[one.person] ?? '') + one.course) ?? '',
						),
					),
				] as DomainEvent[];
				// Some are told twice, some together, several lots at the same moment, while facts are being recorded.
				const lots: DomainEvent[][] = [];
				for (let start = 0; start < events.length; start += atATime) {
					lots.push(events.slice(start, start + atATime + (start % 3)));
				}
				const tell = (lot: readonly DomainEvent[]) => act((ctx) => progressProjection.apply(ctx, lot));
				const facts = acts.map((one) => factsOf(one, people[one.person] ?? '', people));
				await Promise.all([
					...lots.reverse().map(tell),
					(async () => {
						for (const some of facts) {
							await act((ctx) => recordFacts(ctx, some));
							const changed = await changes(some);
							await tell(changed);
						}
					})(),
				]);
				expect(await shown()).toEqual(withPeople(await expected('2026-11-20')));
				// Days pass without anything happening.
				for (const add of [1, 3]) {
					platform.clock.now = new Date(Date.UTC(2026, 10, 20 + add, 12));
					await act(turnProgress);
					const known = await expected(day(add));
					expect(await shown()).toEqual(withPeople(known));
				}
				const live = await tally();
				await act(async (ctx) => {
					await ctx.tx.execute(sql`update progress_tally set people = people + 1`);
					const told = events.map(({ id: _id, ...event }) => event);
					for (const { type, accountId, data, at } of told) {
						await ctx.tx.execute(sql`insert into event (org_id, id, type, account_id, data, at)
							values (${ctx.org.id}, ${randomUUID()}, ${type}, ${accountId}, ${JSON.stringify(data)}, ${at.toISOString()})`);
					}
					await rebuildProgress(ctx);
				});
				expect(await tally()).toEqual(live);
			}),
			{ numRuns: process.env.UPSTANDER_FULL ? 40 : 4 },
		);
	});

	const changes = async (facts: readonly NewFact[]): Promise<DomainEvent[]> =>
		facts.length === 0
			? []
			: [
					{
						id: randomUUID(),
						type: 'people.changed',
						accountId: null,
						data: { people: facts.map(({ personId }) => personId) },
						at: platform.now(),
					},
				];

	it('knows of a fact that was recorded while an event was being counted', async () => {
		const { id } = await orgs.here.add({ name: 'Between Two' });
		const asked = { id: randomUUID(), personId: id, course: 'third', dueOn: null };
		await act((ctx) =>
			ctx.tx.insert(assignment).values({ ...asked, orgId: ctx.org.id, assignedAt: ctx.now }),
		);
		const data = { enrollment: randomUUID(), course: 'third' };
		const about = { id: randomUUID(), at: platform.now() };
		const assigned = { ...about, type: 'course.assigned' as const, accountId: id, data };
		const changed = { ...about, type: 'people.changed' as const, accountId: null, data: { people: [id] } };
		const [opened, gate] = [Promise.withResolvers<null>(), Promise.withResolvers<null>()];
		const counting = act(async (ctx) => {
			await progressProjection.apply(ctx, [assigned]);
			opened.resolve(null);
			await gate.promise;
		});
		await opened.promise;
		const site = sites[1] ?? '';
		await act((ctx) =>
			recordFacts(ctx, [
				{ personId: id, startsOn: day(0), kind: 'workPlaces', value: [{ site, share: 100 }] },
			]),
		);
		const following = act((ctx) => progressProjection.apply(ctx, [changed]));
		// Long enough to be counted, were it not its turn that it waits for.
		await Promise.race([following, new Promise((done) => setTimeout(done, 500))]);
		gate.resolve(null);
		await Promise.all([counting, following]);
		const { groups } = await read((ctx) => groupProgress(ctx, 'third', 'site'));
		expect(groups).toMatchObject([{ key: site, people: 1 }]);
	});

	it('has the same answer as the rows themselves, under every filter', async () => {
		for (const course of courses) {
			for (const by of groupings) {
				const { groups } = await read((ctx) => groupProgress(ctx, course, by));
				for (const { key, name: _name, ...counts } of groups) {
					const narrowed = await read((ctx) => courseProgress(ctx, course, { [by]: key }));
					expect(narrowed).toMatchObject(counts);
					for (const other of groupings) {
						const within = await read((ctx) => groupProgress(ctx, course, other, { [by]: key }));
						const sum = (of: 'people' | 'done') => within.groups.reduce((all, one) => all + one[of], 0);
						expect([sum('people'), sum('done')]).toEqual([counts.people, counts.done]);
					}
				}
			}
		}
	});

	it('follows a due date that was moved, when it is told', async () => {
		const [row] = await rows<{ enrollment_id: string; account_id: string; course: string }>(
			`select enrollment_id, account_id, course from progress where org_id = $1 and standing = 'here'
				and stage <> 'done' limit 1`,
		);
		if (!row) throw new Error('Everybody is done or gone: choose another seed.');
		const before = await read((ctx) => courseProgress(ctx, row.course));
		await asAdministrator(platform, (admin) =>
			admin.query(`update assignment set due_on = '2026-01-01' where person_id = $1 and course = $2`, [
				row.account_id,
				row.course,
			]),
		);
		await act((ctx) => countEnrollments(ctx, [row.enrollment_id]));
		const after = await read((ctx) => courseProgress(ctx, row.course));
		expect(after?.people).toBe(before?.people);
		expect(after?.overdue).toBeGreaterThanOrEqual(before?.overdue ?? 0);
		const [moved] = await rows<{ due: string }>(
			`select due_on::text as due from progress where enrollment_id = '${row.enrollment_id}' and org_id = $1`,
		);
		expect(moved?.due).toBe('2026-01-01');
	});
});
