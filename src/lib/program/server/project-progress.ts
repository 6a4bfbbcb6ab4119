import { sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import type { DomainEvent } from '../../platform/events/events.ts';
import { replay, type Subscriber } from '../../platform/events/server/subscribe.ts';
import { progress } from './schema.ts';

const moments = {
	'course.assigned': 'assignedAt',
	'course.started': 'startedAt',
	'course.completed': 'completedAt',
} as const;

/** Keeps who is where from what happened. The earliest moment of each kind counts, so order and repetition do not matter. */
export const progressProjection: Subscriber = {
	name: 'program.progress',
	types: ['course.assigned', 'course.started', 'course.completed'],
	async apply(ctx: Ctx, happened: DomainEvent) {
		if (happened.type === 'people.changed' || !happened.accountId) return;
		const moment = moments[happened.type];
		const { enrollment, course } = happened.data;
		await ctx.tx
			.insert(progress)
			.values({
				orgId: ctx.org.id,
				enrollmentId: enrollment,
				accountId: happened.accountId,
				course,
				[moment]: happened.at,
			})
			.onConflictDoUpdate({
				target: [progress.orgId, progress.enrollmentId],
				set: { [moment]: sql`least(${progress[moment]}, ${happened.at.toISOString()}::timestamptz)` },
			});
	},
};

/** Throws the projection of an organization away and builds it again from its events. */
export async function rebuildProgress(ctx: Ctx): Promise<number> {
	await ctx.tx.delete(progress).where(sql`${progress.orgId} = ${ctx.org.id}`);
	return replay(ctx, progressProjection);
}
