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
	await countAgain(ctx, progressOf(ctx, 'enrollment_id', enrollments));
}

/**
 * The rows of these enrollments or people, looked up one by one as in `joinBelonging`, and for the same reason. The
 * organization is joined and not compared with a constant: of a constant that is new the statistics say that it has no row.
 */
export const progressOf = (ctx: Counting, by: 'enrollment_id' | 'account_id', ids: readonly string[]) => sql`
	select g.* from (
		select ${ctx.org.id}::uuid as org_id, unnest(${sql.param([...new Set(ids)])}::uuid[]) as id offset 0) wanted
	cross join lateral (
		select * from progress g
		where g.org_id = wanted.org_id and g.${sql.identifier(by)} = wanted.id offset 0) g`;

/**
 * Brings rows of `progress` into the cell in which they belong today, and the tally after them by the differences: one
 * statement for one row as for a hundred thousand. Who calls it has taken the turn to count.
 * @param rows of `progress`
 */
export async function countAgain(ctx: Counting, rows: SQL): Promise<void> {
	const today = sql`${ctx.today}::date`;
	const columns = [
		'stage',
		'standing',
		'due_on',
		'site_id',
		'department_id',
		'manager_id',
		'launch_id',
		'language',
		'place',
	];
	const list = (prefix: string) =>
		sql.raw([...columns, 'turns_on'].map((column) => prefix + column).join(', '));
	const cell = (step: number, prefix: string) =>
		sql`(${sql.raw(`${step}, ${columns.map((column) => prefix + column).join(', ')}`)})`;
	await ctx.tx.execute(sql`
		with moved as materialized (
			select g.enrollment_id, g.account_id, g.course, ${sql.raw(columns.map((column) => `g.${column} as was_${column}`).join(', '))}, n.*
			from (${rows}) g ${joinBelonging}
			left join lateral (
				select a.id, a.due_on, a.launch_id from assignment a
				where a.org_id = g.org_id and a.course = g.course and a.person_id = g.account_id and ${visible}
				order by a.assigned_at desc limit 1) a on true
			cross join lateral (select
				case when g.completed_at is not null then 'done' when g.started_at is not null then 'going' else 'open' end as stage,
				case when a.id is not null and p.id is not null then ${standingOn(today)} end as standing,
				a.due_on, p.site_id, p.department_id, p.manager_id, a.launch_id, c.language,
				${placeKey} as place, ${standingTurnsAfter(today)} as turns_on) n
			where (${list('g.')}) is distinct from (${list('n.')})),
		written as (
			-- All of these rows are there. This way of writing finds them by their key, whatever the statistics say.
			insert into progress (org_id, enrollment_id, account_id, course, ${list('')})
			select ${ctx.org.id}::uuid, enrollment_id, account_id, course, ${list('')} from moved
			on conflict (org_id, enrollment_id) do update set (${list('')}) = (${list('excluded.')}))
		insert into progress_tally as t (org_id, course, dimension, key, stage, standing, due_on, people)
		select ${ctx.org.id}::uuid, m.course, d.dimension, coalesce(d.key, ''), c.stage, c.standing,
			case when c.standing = 'here' and c.stage <> 'done' then coalesce(c.due_on, 'infinity') else 'infinity' end,
			sum(c.step)
		from moved m
		cross join lateral (values ${cell(-1, 'm.was_')}, ${cell(1, 'm.')}) as c(step, ${sql.raw(columns.join(', '))})
		cross join lateral (values ('all', ''), ('site', c.site_id::text), ('department', c.department_id::text),
			('manager', c.manager_id::text), ('language', c.language), ('place', c.place),
			('launch', c.launch_id::text)) as d(dimension, key)
		where c.standing is not null
		group by 1, 2, 3, 4, 5, 6, 7 having sum(c.step) <> 0
		on conflict (org_id, course, dimension, key, stage, standing, due_on)
			do update set people = t.people + excluded.people`);
}

/** Counts without somebody of whom nothing is asked anymore, before their rows of `progress` go. */
export async function uncount(ctx: Ctx, accountId: string): Promise<void> {
	await takeTurnToCount(ctx);
	await countAgain(ctx, progressOf(ctx, 'account_id', [accountId]));
}

/**
 * Follows the days: counts those again who have left, gone on leave or come back since they were counted. Looks at
 * nobody else.
 */
export async function turnProgress(ctx: Counting): Promise<void> {
	await takeTurnToCount(ctx);
	await countAgain(
		ctx,
		sql`select * from progress where org_id = ${ctx.org.id} and turns_on <= ${ctx.today}::date`,
	);
	await ctx.tx.execute(sql`delete from progress_tally where org_id = ${ctx.org.id} and people = 0`);
}

/** Counts at start what a version before this one did not, and what has turned while nothing ran. */
export async function countAtStart(db: Database, now: Date): Promise<void> {
	for (const org of await db.global(listOrgs)) {
		await db.inOrg(org.id, (tx) => turnProgress({ tx, org, today: localDay(now, org.timeZone) }));
	}
}
