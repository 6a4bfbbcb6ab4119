import { sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { accessOwnAccount } from '../../platform/auth/server/session.ts';
import { notFound } from '../../platform/errors/errors.ts';
import { leadersBelow, leadsSomebody, reportsTo } from '../../people/server/lines.ts';
import { nameKeys } from '../../people/server/name-keys.ts';
import { peopleList } from '../../people/server/people-list.ts';
import type { SubTeam, TeamCourse, TeamMember } from '../team.ts';
import { stateOn } from './narrow.ts';

export const membersOnPage = 50;

/** Whether there is anybody for whom to look. */
export function leadsTeam(ctx: Ctx): Promise<boolean> {
	return leadsSomebody(ctx, accessOwnAccount(ctx).accountId);
}

/**
 * The door to a team: one's own, or that of a leader in one's own line.
 * @returns the leader's id
 * @throws ExpectedError `not_found` for every other, and for who leads nobody: missing and forbidden look alike
 */
export async function accessTeam(ctx: Ctx, leaderId?: string): Promise<string> {
	const me = accessOwnAccount(ctx).accountId;
	const leader = leaderId ?? me;
	if (leader !== me && !(await reportsTo(ctx, leader, me))) throw notFound();
	if (!(await leadsSomebody(ctx, leader))) throw notFound();
	return leader;
}

/** Who has left is in nobody's team. */
const inTeam = sql`t.standing <> 'left'`;

/** Every course that was asked of somebody in the team, further down too: least done first. */
export async function teamCourses(ctx: Ctx, leaderId?: string): Promise<TeamCourse[]> {
	const leader = await accessTeam(ctx, leaderId);
	const { rows } = await ctx.tx.execute<{ course: string; people: number; notDone: number }>(sql`
		with recursive line(id, lead, depth) as (${leadersBelow(ctx, leader)}),
		leaders as (select id from line union select ${leader}::uuid)
		select t.course, sum(t.people)::int as people,
			coalesce(sum(t.people) filter (where t.stage <> 'done'), 0)::int as "notDone"
		from progress_tally t join leaders l on t.key = l.id::text
		where t.org_id = ${ctx.org.id} and t.dimension = 'manager' and ${inTeam}
		group by t.course having sum(t.people) > 0 order by 3 desc, 1`);
	return rows;
}

/** The leader's own reports and where they are with a course, not done first. @param page from 1 */
export async function teamMembers(
	ctx: Ctx,
	course: string,
	leaderId?: string,
	page = 1,
): Promise<{ members: TeamMember[]; total: number }> {
	const leader = await accessTeam(ctx, leaderId);
	type Row = { [Each in keyof TeamMember]: TeamMember[Each] } & { total: number };
	const { rows } = await ctx.tx.execute<Row>(sql`
		select people.id, trim(people.given_name || ' ' || people.family_name) as name, people.site, t.due_on::text as "dueOn",
			${stateOn(ctx.today, 't')} as state, count(*) over ()::int as total
		from progress t join ${peopleList(ctx)} on people.id = t.account_id
		where t.org_id = ${ctx.org.id} and t.course = ${course} and t.manager_id = ${leader}
			and t.account_id <> ${leader} and ${inTeam}
		order by t.stage = 'done', t.standing = 'leave', t.due_on nulls last, people.family_name, people.given_name, people.id
		limit ${membersOnPage} offset ${(page - 1) * membersOnPage}`);
	return {
		total: rows[0]?.total ?? 0,
		members: rows.map(({ total: _total, ...member }) => member),
	};
}

/** The teams of those of the leader's reports who lead themselves, each with everyone further down: most overdue first. */
export async function subTeams(ctx: Ctx, course: string, leaderId?: string): Promise<SubTeam[]> {
	const leader = await accessTeam(ctx, leaderId);
	const state = stateOn(ctx.today, 't');
	const { rows } = await ctx.tx.execute<{ id: string; people: number; done: number; overdue: number }>(sql`
		with recursive line(id, lead, depth) as (${leadersBelow(ctx, leader)}),
		leaders as (select distinct id, lead from line)
		select * from (select l.lead as id, sum(t.people)::int as people,
			coalesce(sum(t.people) filter (where ${state} = 'done'), 0)::int as done,
			coalesce(sum(t.people) filter (where ${state} = 'overdue'), 0)::int as overdue
		from progress_tally t join leaders l on t.key = l.id::text
		where t.org_id = ${ctx.org.id} and t.course = ${course} and t.dimension = 'manager' and ${inTeam}
		group by l.lead having sum(t.people) > 0) teams
		order by overdue desc, people - done desc, people desc, id`);
	const names = await nameKeys(
		ctx,
		'person',
		rows.map(({ id }) => id),
	);
	return rows.map((row) => ({ ...row, name: names.get(row.id) ?? '' }));
}

/** What a leader is called, for the head of their team's page. */
export async function leaderName(ctx: Ctx, leaderId: string): Promise<string> {
	const leader = await accessTeam(ctx, leaderId);
	return (await nameKeys(ctx, 'person', [leader])).get(leader) ?? '';
}
