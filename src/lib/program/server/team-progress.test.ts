import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shipped } from '../../../../tests/harness/learners.ts';
import type { TwoOrgs } from '../../../../tests/harness/orgs.ts';
import {
	as,
	nobody,
	openTestPlatform,
	system,
	type TestPerson,
	type TestPlatform,
} from '../../../../tests/harness/platform.ts';
import { asAdministrator } from '../../../../tests/harness/rows.ts';
import { recordFacts } from '../../people/server/record-facts.ts';
import type { Ctx } from '../../platform/context.ts';
import { publish } from '../../platform/events/server/publish.ts';
import { launchCourse } from './launch-course.ts';
import { accessTeam, leadsTeam, subTeams, teamCourses, teamMembers } from './team-progress.ts';

describe('a team', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	/** Five levels: the head, two below, four below them, and so on. */
	const tree = new Map<string, TestPerson>();
	const someone = (name: string) => {
		const found = tree.get(name);
		if (!found) throw new Error(`Nobody is called ${name}.`);
		return found;
	};
	const report = async (who: string, to: string | null) =>
		platform.act(orgs.here.org, system, (ctx) =>
			recordFacts(ctx, [
				{
					personId: someone(who).id,
					kind: 'manager',
					value: to === null ? null : someone(to).id,
					startsOn: '2026-01-01',
				},
			]),
		);

	const launch = (dueOn: string) =>
		platform.act(orgs.here.org, as(orgs.here.admin), (ctx) =>
			launchCourse(ctx, { key: randomUUID(), course: shipped, dueOn }, 'https://learn.test'),
		);

	beforeAll(async () => {
		platform = await openTestPlatform();
		orgs = await platform.twoOrgs();
		const names = ['Head', 'Left', 'Right', 'Leftleft', 'Leftright', 'Deep', 'Deepest', 'Bottom', 'Alone'];
		for (const name of names) tree.set(name, await orgs.here.add({ name }));
		for (const [who, to] of [
			['Left', 'Head'],
			['Right', 'Head'],
			['Leftleft', 'Left'],
			['Leftright', 'Left'],
			['Deep', 'Leftleft'],
			['Deepest', 'Deep'],
			['Bottom', 'Deepest'],
		] as const) {
			await report(who, to);
		}
		await launch('2026-12-11');
		await platform.settled();
	});
	afterAll(() => platform.close());

	const by = <Result>(name: string, work: (ctx: Ctx) => Promise<Result>) =>
		platform.act(orgs.here.org, as(someone(name)), work);
	const refused = { code: 'not_found' };

	it('is seen by its leader, by those above in the line, and by nobody else', async () => {
		const attempt = (who: string, whose: string) => by(who, (ctx) => accessTeam(ctx, someone(whose).id));
		for (const [who, whose] of [
			['Head', 'Head'],
			['Head', 'Left'],
			['Head', 'Deepest'],
			['Left', 'Deep'],
			['Deepest', 'Deepest'],
		] as const) {
			expect(await attempt(who, whose)).toBe(someone(whose).id);
		}
		for (const [who, whose] of [
			['Left', 'Head'],
			['Right', 'Left'],
			['Right', 'Deep'],
			['Bottom', 'Deepest'],
			['Alone', 'Left'],
			['Right', 'Right'],
			['Head', 'Bottom'],
			['Head', 'Alone'],
		] as const) {
			await expect(attempt(who, whose), `${who} looks at ${whose}`).rejects.toMatchObject(refused);
		}
		await expect(by('Head', (ctx) => accessTeam(ctx, randomUUID()))).rejects.toMatchObject(refused);
		const admin = (ctx: Ctx) => accessTeam(ctx, someone('Left').id);
		await expect(platform.act(orgs.here.org, as(orgs.here.admin), admin)).rejects.toMatchObject(refused);
		await expect(platform.act(orgs.there.org, as(orgs.there.admin), admin)).rejects.toMatchObject(refused);
		await expect(platform.act(orgs.here.org, nobody, admin)).rejects.toMatchObject({
			code: 'sign_in_required',
		});
		expect([await by('Head', leadsTeam), await by('Bottom', leadsTeam)]).toEqual([true, false]);
	});

	it('shows direct reports by name and everyone further down as counts', async () => {
		const members = async (name: string) =>
			(await by(name, (ctx) => teamMembers(ctx, shipped))).members.map((member) => member.name);
		expect(await members('Head')).toEqual(['Left', 'Right']);
		expect(await members('Deepest')).toEqual(['Bottom']);
		expect(await by('Head', (ctx) => teamCourses(ctx))).toEqual([{ course: shipped, people: 7, notDone: 7 }]);
		const below = await by('Head', (ctx) => subTeams(ctx, shipped));
		expect(below).toEqual([{ id: someone('Left').id, name: 'Left', people: 5, done: 0, overdue: 0 }]);
		const member = (await by('Head', (ctx) => teamMembers(ctx, shipped))).members[0];
		expect(Object.keys(member ?? {}).sort()).toEqual(['dueOn', 'id', 'name', 'site', 'state']);
	});

	it('is current: who finishes, is late, goes on leave or leaves', async () => {
		const { rows } = await asAdministrator(platform, (admin) =>
			admin.query<{ id: string }>('select id from enrollment where account_id = $1', [someone('Deep').id]),
		);
		await platform.act(orgs.here.org, system, (ctx) =>
			publish(ctx, 'course.completed', someone('Deep').id, {
				enrollment: rows[0]?.id ?? '',
				course: shipped,
				version: 'v',
			}),
		);
		await platform.act(orgs.here.org, system, (ctx) =>
			recordFacts(ctx, [
				{ personId: someone('Right').id, kind: 'leave', value: 'on', startsOn: '2026-11-01' },
				{ personId: someone('Bottom').id, kind: 'employment', value: 'employed', startsOn: '2020-01-01' },
				{ personId: someone('Bottom').id, kind: 'employment', value: 'ended', startsOn: '2026-11-01' },
			]),
		);
		await platform.settled();
		platform.clock.pass({ days: 30 });
		expect(await by('Head', (ctx) => subTeams(ctx, shipped))).toMatchObject([
			{ name: 'Left', people: 4, done: 1, overdue: 3 },
		]);
		const { members } = await by('Head', (ctx) => teamMembers(ctx, shipped));
		expect(members.map(({ name, state }) => [name, state])).toEqual([
			['Left', 'overdue'],
			['Right', 'leave'],
		]);
		expect(await by('Deepest', leadsTeam)).toBe(false);
	});

	it('that runs in a circle still ends, and opens nobody else', async () => {
		await report('Head', 'Deep');
		await platform.settled();
		expect(await by('Left', (ctx) => accessTeam(ctx, someone('Deep').id))).toBe(someone('Deep').id);
		expect((await by('Left', (ctx) => subTeams(ctx, shipped))).map(({ name }) => name)).toContain('Leftleft');
		expect((await by('Head', (ctx) => teamCourses(ctx)))[0]?.people).toBe(7);
		await expect(by('Right', (ctx) => accessTeam(ctx, someone('Head').id))).rejects.toMatchObject(refused);
		await expect(by('Alone', (ctx) => accessTeam(ctx, someone('Head').id))).rejects.toMatchObject(refused);
		await report('Head', null);
	});

	it('of a large organization is added up, all of it once', async () => {
		// Seventy leaders on two levels, who lead eight people each.
		await asAdministrator(platform, (admin) =>
			admin.query(
				`with made as (select gen_random_uuid() as id, n from generate_series(0, 583) as n),
				accounts as (insert into account (org_id, id, language, created_at) select $1, id, 'en', now() from made)
				insert into person (org_id, id, number, given_name, family_name, manager_id, created_at)
				select $1, m.id, 'T' || m.n, 'Many', 'M' || m.n,
					case when m.n < 8 then $2::uuid else (select id from made l where l.n = m.n / 8 - 1) end, now()
				from made m order by m.n`,
				[orgs.here.org.id, someone('Alone').id],
			),
		);
		await launch('2027-02-01');
		await platform.settled();
		const [course] = await by('Alone', (ctx) => teamCourses(ctx));
		expect(course?.people).toBe(584);
		const below = await by('Alone', (ctx) => subTeams(ctx, shipped));
		expect(below.reduce((sum, team) => sum + team.people, 0)).toBe(584 - 8);
		expect((await by('Alone', (ctx) => teamMembers(ctx, shipped))).total).toBe(8);
	});
});
