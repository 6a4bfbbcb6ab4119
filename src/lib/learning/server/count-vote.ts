import { and, eq, sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import {
	mayRelease,
	presentDistribution,
	type Distribution,
	type Votes,
} from '../../platform/suppression/release-distribution.ts';
import type { Step } from '../course.ts';
import { pollRelease, pollTally } from './schema.ts';

/** Adds one vote to a poll's counts. Nothing is stored that names the voter beside the option. */
export async function countVote(ctx: Ctx, course: string, step: Step, option: string): Promise<void> {
	const none = Object.fromEntries(step.options.map((id) => [id, 0]));
	await ctx.tx
		.insert(pollTally)
		.values({ orgId: ctx.org.id, course, step: step.id, votes: { ...none, [option]: 1 } })
		.onConflictDoUpdate({
			target: [pollTally.orgId, pollTally.course, pollTally.step],
			set: {
				votes: sql`jsonb_set(${pollTally.votes}, array[${option}]::text[],
					to_jsonb(coalesce((${pollTally.votes} ->> ${option})::int, 0) + 1))`,
			},
		});
	const { tally, released } = await readPoll(ctx, course, step);
	if (!mayRelease(tally, released)) return;
	const releasedOn = ctx.now.toISOString().slice(0, 10);
	await ctx.tx
		.insert(pollRelease)
		.values({ orgId: ctx.org.id, course, step: step.id, votes: tally, releasedOn })
		.onConflictDoUpdate({
			target: [pollRelease.orgId, pollRelease.course, pollRelease.step],
			set: { votes: tally, releasedOn },
		});
}

/** What a learner who has answered may see of a poll. */
export async function pollDistribution(ctx: Ctx, course: string, step: Step): Promise<Distribution> {
	const { tally, released } = await readPoll(ctx, course, step);
	return presentDistribution(released, tally);
}

async function readPoll(
	ctx: Ctx,
	course: string,
	step: Step,
): Promise<{ tally: Votes; released: Votes | null }> {
	const [row] = await ctx.tx
		.select({ tally: pollTally.votes, released: pollRelease.votes })
		.from(pollTally)
		.leftJoin(
			pollRelease,
			and(
				eq(pollRelease.orgId, pollTally.orgId),
				eq(pollRelease.course, pollTally.course),
				eq(pollRelease.step, pollTally.step),
			),
		)
		.where(and(eq(pollTally.orgId, ctx.org.id), eq(pollTally.course, course), eq(pollTally.step, step.id)));
	return { tally: (row?.tally ?? {}) as Votes, released: (row?.released ?? null) as Votes | null };
}
