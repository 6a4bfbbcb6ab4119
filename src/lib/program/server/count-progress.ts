import { sql, type SQL } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { localDay } from '../../platform/dates/local-day.ts';
import type { Database } from '../../platform/db/server/database.ts';
import { listOrgs } from '../../platform/org/server/find-org.ts';
import { joinBelonging, placeKey, standingOn, standingTurnsAfter } from '../../people/server/belonging.ts';
import { visible } from './visible.ts';

/** What counting needs of a context. */
export type Counting = Pick<Ctx, 'tx' | 'org' | 'today'>;

/**
 * Lets those who count for one organization take turns until their transactions end. Whoever comes next sees what the
 * one before counted, and the facts that were known then: no difference is lost, and nobody waits in a circle.
 */
export async function takeTurnToCount(ctx: Counting): Promise<void> {
	await ctx.tx.execute(
		sql`select pg_advisory_xact_lock(hashtextextended(${`program.progress ${ctx.org.id}`}, 0))`,
	);
}

/** Counts these enrollments where they belong now. For what changed of an assignment itself: its due date, its end. */
export async function countEnrollments(ctx: Ctx, enrollments: readonly string[]): Promise<void> {
	if (enrollments.length === 0) return;
	await takeTurnToCount(ctx);
	await countAgain(ctx, sql`g.enrollment_id = any(${sql.param([...enrollments])}::uuid[])`);
}

/**
 * Brings rows of `progress` into the cell in which they belong today, and the tally after them by the differences: one
 * statement for one row as for a hundred thousand. Who calls it has taken the turn to count.
 * @param which of the rows of `progress`, called `g`
 */
export async function countAgain(ctx: Counting, which: SQL): Promise<void> {
	const today = sql`${ctx.today}::date`;
	await ctx.tx.execute(sql`
		with was as materialized (select g.* from progress g where g.org_id = ${ctx.org.id} and ${which}),
		now as materialized (
			select g.enrollment_id, g.course,
				case when g.completed_at is not null then 'done' when g.started_at is not null then 'going' else 'open' end as stage,
				a.due_on, a.launch_id, p.site_id, p.department_id, p.manager_id, c.language,
				${placeKey} as place,
				case when a.id is not null and p.id is not null then ${standingOn(today)} end as standing,
				${standingTurnsAfter(today)} as turns_on
			from was g ${joinBelonging}
			left join lateral (
				select a.id, a.due_on, a.launch_id from assignment a
				where a.org_id = g.org_id and a.course = g.course and a.person_id = g.account_id and ${visible}
				order by a.assigned_at desc limit 1) a on true),
		moved as (
			select w.enrollment_id from was w join now n using (enrollment_id)
			where (w.stage, w.standing, w.due_on, w.site_id, w.department_id, w.manager_id, w.launch_id, w.language, w.place, w.turns_on)
				is distinct from
				(n.stage, n.standing, n.due_on, n.site_id, n.department_id, n.manager_id, n.launch_id, n.language, n.place, n.turns_on)),
		written as (
			update progress g set stage = n.stage, standing = n.standing, due_on = n.due_on, site_id = n.site_id,
				department_id = n.department_id, manager_id = n.manager_id, launch_id = n.launch_id, language = n.language, place = n.place,
				turns_on = n.turns_on
			from now n
			where g.org_id = ${ctx.org.id} and g.enrollment_id = n.enrollment_id
				and n.enrollment_id in (select enrollment_id from moved)),
		cells as (
			select course, stage, standing, due_on, site_id, department_id, manager_id, launch_id, language, place, -1 as step
			from was where standing is not null and enrollment_id in (select enrollment_id from moved)
			union all
			select course, stage, standing, due_on, site_id, department_id, manager_id, launch_id, language, place, 1
			from now where standing is not null and enrollment_id in (select enrollment_id from moved))
		insert into progress_tally as t (org_id, course, dimension, key, stage, standing, due_on, people)
		select ${ctx.org.id}::uuid, course, d.dimension, coalesce(d.key, ''), stage, standing,
			case when standing = 'here' and stage <> 'done' then coalesce(due_on, 'infinity') else 'infinity' end,
			sum(step)
		from cells cross join lateral (values ('all', ''), ('site', site_id::text), ('department', department_id::text),
			('manager', manager_id::text), ('language', language), ('place', place),
			('launch', launch_id::text)) as d(dimension, key)
		group by 1, 2, 3, 4, 5, 6, 7 having sum(step) <> 0
		on conflict (org_id, course, dimension, key, stage, standing, due_on)
			do update set people = t.people + excluded.people`);
}

/** Counts without somebody of whom nothing is asked anymore, before their rows of `progress` go. */
export async function uncount(ctx: Ctx, accountId: string): Promise<void> {
	await takeTurnToCount(ctx);
	await countAgain(ctx, sql`g.account_id = ${accountId}::uuid`);
}

/**
 * Follows the days: counts those again who have left, gone on leave or come back since they were counted. Looks at
 * nobody else.
 */
export async function turnProgress(ctx: Counting): Promise<void> {
	await takeTurnToCount(ctx);
	await countAgain(ctx, sql`g.turns_on <= ${ctx.today}::date`);
	await ctx.tx.execute(sql`delete from progress_tally where org_id = ${ctx.org.id} and people = 0`);
}

/** Counts at start what a version before this one did not, and what has turned while nothing ran. */
export async function countAtStart(db: Database, now: Date): Promise<void> {
	for (const org of await db.global(listOrgs)) {
		await db.inOrg(org.id, (tx) => turnProgress({ tx, org, today: localDay(now, org.timeZone) }));
	}
}
