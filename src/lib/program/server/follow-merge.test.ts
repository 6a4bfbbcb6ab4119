import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { enrolled, shipped, takeUntil } from '../../../../tests/harness/learners.ts';
import type { TestOrg } from '../../../../tests/harness/orgs.ts';
import {
	as,
	openTestPlatform,
	system,
	type TestPerson,
	type TestPlatform,
} from '../../../../tests/harness/platform.ts';
import { asAdministrator, changes } from '../../../../tests/harness/rows.ts';
import { idsByNumber } from '../../people/server/find-person.ts';
import { listDuplicates, tellApart } from '../../people/server/list-duplicates.ts';
import { listPeople } from '../../people/server/list-people.ts';
import { mergePeople, planMerge } from '../../people/server/merge-people.ts';
import { recordFacts } from '../../people/server/record-facts.ts';
import { viewPerson } from '../../people/server/view-person.ts';
import { startSession } from '../../platform/auth/server/session.ts';
import { launchCourse } from './launch-course.ts';
import { progressOf } from './progress-of.ts';
import { rebuildProgress } from './project-progress.ts';

describe('two who turn out to be one person', () => {
	let platform: TestPlatform;
	let here: TestOrg;
	let there: TestOrg;
	let from: TestPerson;
	let into: TestPerson;
	let count = 0;

	beforeAll(async () => {
		platform = await openTestPlatform();
		({ here, there } = await platform.twoOrgs());
	});
	beforeEach(async () => {
		count += 1;
		from = await here.add({ name: `Ana Twice${count}`, email: `ana.twice${count}@old.example` });
		into = await here.add({ name: `Ana Twice${count}`, email: `ana.twice${count}@new.example` });
	});
	afterAll(() => platform.close());

	const admin = <Result>(work: Parameters<typeof platform.act<Result>>[2]) =>
		platform.act(here.org, as(here.admin), work);
	const merge = (key: string = randomUUID()) =>
		admin((ctx) => mergePeople(ctx, { key, from: from.id, into: into.id }));
	const query = async (text: string) =>
		(
			await asAdministrator(platform, (client) =>
				client.query<Record<string, unknown>>(text, [from.id, into.id]),
			)
		).rows;
	const ask = () =>
		admin((ctx) =>
			launchCourse(ctx, { key: randomUUID(), course: shipped, dueOn: '' }, 'https://learn.test'),
		);

	it('are proposed, told apart once and for all, or made one', async () => {
		const pairs = async () => (await admin(listDuplicates)).map(({ one, other }) => [one.id, other.id]);
		expect(await pairs()).toContainEqual([from.id, into.id]);
		await admin((ctx) => tellApart(ctx, randomUUID(), into.id, from.id));
		expect(await pairs()).not.toContainEqual([from.id, into.id]);
		expect(await platform.act(there.org, as(there.admin), listDuplicates)).toEqual([]);
		await expect(platform.act(here.org, as(here.learner), listDuplicates)).rejects.toThrow('not_found');
		await expect(
			platform.act(there.org, as(there.admin), (ctx) => tellApart(ctx, randomUUID(), from.id, into.id)),
		).rejects.toThrow('not_found');
	});

	it('leave one in the lists; the other number and address lead there; what only one knew is taken over', async () => {
		const report = await here.add({ name: `Report Of${count}` });
		await platform.act(here.org, system, async (ctx) => {
			await recordFacts(ctx, [
				{ personId: from.id, kind: 'jobTitle', value: 'Nurse', startsOn: '2020-03-02' },
				{ personId: from.id, kind: 'employment', value: 'employed', startsOn: '2020-03-02' },
				{ personId: from.id, kind: 'employment', value: 'ended', startsOn: '2022-06-30' },
				{ personId: into.id, kind: 'employment', value: 'employed', startsOn: '2024-05-01' },
				{ personId: report.id, kind: 'manager', value: from.id, startsOn: '2020-03-02' },
			]);
			await startSession(ctx, from.id, 'Firefox');
		});
		const plan = await admin((ctx) => planMerge(ctx, from.id, into.id));
		expect(plan).toEqual({ refusal: null, facts: ['jobTitle', 'employment'], reports: 1 });
		const key = randomUUID();
		expect(await merge(key)).toEqual([]);
		expect(await changes(platform, () => merge(key))).toEqual({});
		const { people } = await admin((ctx) => listPeople(ctx, { search: `twice${count}` }));
		expect(people.map(({ id }) => id)).toEqual([into.id]);
		expect(await admin((ctx) => viewPerson(ctx, from.id))).toEqual({ goTo: into.id });
		const kept = await admin((ctx) => viewPerson(ctx, into.id));
		expect(kept).toMatchObject({
			admin: { hiredOn: '2024-05-01', endedOn: null, reports: 1, presence: 'here' },
		});
		const numbers = [...(await platform.act(here.org, system, idsByNumber))].filter(
			([, id]) => id === into.id,
		);
		expect(numbers).toHaveLength(2);
		expect(await query(`select from session where account_id in ($1, $2)`)).toHaveLength(0);
		expect(await query(`select email from person where id = $1 and $2 <> ''`)).toEqual([{ email: null }]);
		expect((await query(`select from person_fact where person_id = $1 and $2 <> ''`)).length).toBeGreaterThan(
			4,
		);
	});

	it('keep every enrollment, answer and completion: of one course the one that is further counts', async () => {
		await ask();
		const theirs = await enrolled(platform, from);
		const own = await enrolled(platform, into);
		await takeUntil(platform, theirs, theirs.course.steps[1]?.id);
		await platform.settled();
		await merge();
		await platform.settled();
		expect(
			await query(`select e.account_id as account, e.course, e.id
				from enrollment e where account_id in ($1, $2) order by account_id = $2`),
		).toEqual([
			{ account: from.id, course: shipped, id: own.enrollment },
			{ account: into.id, course: shipped, id: theirs.enrollment },
		]);
		const record = () => admin((ctx) => progressOf(ctx, into.id, 'en'));
		expect(await record()).toMatchObject([{ course: shipped, state: 'going' }]);
		// What is kept from events comes out the same when it is made again.
		await platform.act(here.org, system, rebuildProgress);
		expect(await record()).toMatchObject([{ course: shipped, state: 'going' }]);
	});

	it('keep what was asked of one alone', async () => {
		await ask();
		await enrolled(platform, from);
		await asAdministrator(platform, (client) =>
			client.query(`delete from assignment where person_id = $1`, [into.id]),
		);
		await asAdministrator(platform, (client) =>
			client.query(`delete from enrollment where account_id = $1`, [into.id]),
		);
		await merge();
		await platform.settled();
		expect(await query(`select person_id as person from assignment where person_id in ($1, $2)`)).toEqual([
			{ person: into.id },
		]);
		expect(await query(`select account_id as account from enrollment where account_id in ($1, $2)`)).toEqual([
			{ account: into.id },
		]);
	});

	it('never close a circle of reporting', async () => {
		const between = await here.add({ name: `Between Them${count}` });
		await platform.act(here.org, system, (ctx) =>
			recordFacts(ctx, [
				{ personId: between.id, kind: 'manager', value: from.id, startsOn: '2020-03-02' },
				{ personId: into.id, kind: 'manager', value: between.id, startsOn: '2020-03-02' },
				{ personId: from.id, kind: 'manager', value: here.admin.id, startsOn: '2020-03-02' },
			]),
		);
		await merge();
		expect(
			await query(
				`select id, manager_id as manager from person where id <> $1 and manager_id is not null and (id = $2 or manager_id = $2
					or given_name || ' ' || family_name = 'Between Them${count}') order by id = $2`,
			),
		).toEqual([
			{ id: between.id, manager: here.admin.id },
			{ id: into.id, manager: between.id },
		]);
	});

	it('are not made one by who may not, nor oneself away, nor somebody who holds a role', async () => {
		const refused = async (who: TestPerson, pair: { from: string; into: string }) =>
			platform.act(who.org, as(who), (ctx) => mergePeople(ctx, { key: randomUUID(), ...pair }));
		const pair = { from: from.id, into: into.id };
		const changed = await changes(platform, async () => {
			for (const who of [here.learner, there.admin, from])
				await expect(refused(who, pair)).rejects.toThrow('not_found');
			await expect(refused(here.admin, { from: from.id, into: from.id })).rejects.toThrow('not_found');
			await expect(refused(here.admin, { from: from.id, into: there.admin.id })).rejects.toThrow('not_found');
		});
		expect(changed).toEqual({});
		expect(await refused(here.admin, { from: here.admin.id, into: into.id })).toEqual([
			{ reason: 'merge_self' },
		]);
		const handler = await here.add({ name: `Handler Of${count}`, roles: ['handler'] });
		expect(await refused(here.admin, { from: handler.id, into: into.id })).toEqual([
			{ reason: 'merge_roles' },
		]);
	});
});
