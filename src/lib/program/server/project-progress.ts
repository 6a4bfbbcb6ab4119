import { eq, sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import type { DomainEvent } from '../../platform/events/events.ts';
import { replay, type Subscriber } from '../../platform/events/server/subscribe.ts';
import { countAgain, progressOf, takeTurnToCount } from './count-progress.ts';
import { progress, progressTally } from './schema.ts';

const courseEvents = ['course.assigned', 'course.started', 'course.completed'] as const;

/**
 * Keeps who is where from what happened, and counts them, for one event and for a hundred thousand by the same
 * statements. The earliest moment of each kind counts, so order and repetition do not matter. When facts about people
 * change, they are counted where they belong now.
 */
export const progressProjection: Subscriber = {
	name: 'program.progress',
	types: [...courseEvents, 'course.moved', 'people.changed'],
	async apply(ctx: Ctx, happened: readonly DomainEvent[]) {
		const moments = happened.flatMap(({ type, accountId, data, at }) =>
			accountId !== null && 'enrollment' in data && type !== 'course.moved'
				? { type, account: accountId, enrollment: data.enrollment, course: data.course, at: at.toISOString() }
				: [],
		);
		const people = happened.flatMap(({ data }) => ('people' in data ? data.people : []));
		await takeTurnToCount(ctx);
		if (moments.length > 0) await keep(ctx, moments);
		const moved = happened.flatMap(({ type, accountId, data }) =>
			type === 'course.moved' && accountId !== null ? { account: accountId, ...data } : [],
		);
		for (const one of moved) await follow(ctx, one);
		const enrollments = [...new Set([...moments, ...moved].map(({ enrollment }) => enrollment))];
		if (enrollments.length > 0) await countAgain(ctx, progressOf(ctx, 'enrollment_id', enrollments));
		if (people.length > 0) await countAgain(ctx, progressOf(ctx, 'account_id', people));
	},
};

/** What is known of an enrollment, or comes to be known later, is known of whom it belongs to now. */
async function follow(
	ctx: Ctx,
	{ account, enrollment, course }: { account: string; enrollment: string; course: string },
): Promise<void> {
	await ctx.tx.execute(sql`
		insert into progress (org_id, enrollment_id, account_id, course)
		values (${ctx.org.id}, ${enrollment}, ${account}, ${course})
		on conflict (org_id, enrollment_id) do update set account_id = excluded.account_id`);
}

async function keep(ctx: Ctx, moments: readonly object[]): Promise<void> {
	await ctx.tx.execute(sql`
			insert into progress (org_id, enrollment_id, account_id, course, assigned_at, started_at, completed_at)
			select ${ctx.org.id}::uuid, enrollment, (array_agg(account))[1], course,
				min(at) filter (where type = 'course.assigned'),
				min(at) filter (where type = 'course.started'),
				min(at) filter (where type = 'course.completed')
			from jsonb_to_recordset(${JSON.stringify(moments)}::jsonb)
				as m(type text, account uuid, enrollment uuid, course text, at timestamptz)
			group by enrollment, course
			order by enrollment
			on conflict (org_id, enrollment_id) do update set
				assigned_at = least(progress.assigned_at, excluded.assigned_at),
				started_at = least(progress.started_at, excluded.started_at),
				completed_at = least(progress.completed_at, excluded.completed_at)`);
}

/** Throws the projection of an organization away and builds it again from its events. */
export async function rebuildProgress(ctx: Ctx): Promise<number> {
	await takeTurnToCount(ctx);
	await ctx.tx.delete(progress).where(eq(progress.orgId, ctx.org.id));
	await ctx.tx.delete(progressTally).where(eq(progressTally.orgId, ctx.org.id));
	// Where people belong is read from what is known of them today.
	return replay(ctx, { ...progressProjection, types: [...courseEvents, 'course.moved'] });
}
