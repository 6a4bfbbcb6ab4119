import { and, eq } from 'drizzle-orm';
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
	const { $client } = ctx.tx;
	const poll = [ctx.org.id, course, step.id];
	// All who vote take turns at the tally, so it is held for as few round trips as possible; the release is read when
	// it is ours, and not in the same statement, which would see what was before.
	const [counted, before] = await Promise.all([
		$client.query<{ votes: Votes }>({
			name: 'count-vote',
			text: `insert into poll_tally as t (org_id, course, step, votes) values ($1, $2, $3, $4)
				on conflict (org_id, course, step) do update set
					votes = jsonb_set(t.votes, array[$5], to_jsonb(coalesce((t.votes ->> $5)::int, 0) + 1))
				returning votes`,
			values: [...poll, { ...none, [option]: 1 }, option],
		}),
		$client.query<{ votes: Votes }>({
			name: 'read-poll-release',
			text: `select votes from poll_release where org_id = $1 and course = $2 and step = $3`,
			values: poll,
		}),
	]);
	const tally = counted.rows[0]?.votes ?? {};
	if (!mayRelease(tally, before.rows[0]?.votes ?? null)) return;
	const releasedOn = ctx.now.toISOString().slice(0, 10);
	await ctx.tx
		.insert(pollRelease)
		.values({ orgId: ctx.org.id, course, step: step.id, votes: tally, releasedOn })
		.onConflictDoUpdate({
			target: [pollRelease.orgId, pollRelease.course, pollRelease.step],
			set: { votes: tally, releasedOn },
		});
}

export interface CastVote {
	readonly step: Step;
	readonly option: string;
	readonly at: Date;
}

/**
 * Adds many votes, as if they had been counted one after the other: what is released, and when, is the same.
 * @param votes of one course, in the order in which they were cast
 */
export async function countVotes(ctx: Ctx, course: string, votes: readonly CastVote[]): Promise<void> {
	for (const [step, cast] of Map.groupBy(votes, (vote) => vote.step)) {
		const of = { orgId: ctx.org.id, course, step: step.id };
		const none = Object.fromEntries(step.options.map((id) => [id, 0]));
		await ctx.tx
			.insert(pollTally)
			.values({ ...of, votes: none })
			.onConflictDoNothing();
		const which = (table: typeof pollTally | typeof pollRelease) =>
			and(eq(table.orgId, of.orgId), eq(table.course, course), eq(table.step, step.id));
		const [held] = await ctx.tx.select().from(pollTally).where(which(pollTally)).for('update');
		const [before] = await ctx.tx.select().from(pollRelease).where(which(pollRelease));
		const tally = { ...(held?.votes as Votes) } as Record<string, number>;
		let released: { votes: Votes; releasedOn: string } | undefined;
		for (const { option, at } of cast) {
			tally[option] = (tally[option] ?? 0) + 1;
			const last = released?.votes ?? (before?.votes as Votes | undefined) ?? null;
			if (mayRelease(tally, last)) {
				released = { votes: { ...tally }, releasedOn: at.toISOString().slice(0, 10) };
			}
		}
		await ctx.tx.update(pollTally).set({ votes: tally }).where(which(pollTally));
		if (!released) continue;
		await ctx.tx
			.insert(pollRelease)
			.values({ ...of, ...released })
			.onConflictDoUpdate({
				target: [pollRelease.orgId, pollRelease.course, pollRelease.step],
				set: released,
			});
	}
}

/** What a learner who has answered may see of a poll. */
export async function pollDistribution(ctx: Ctx, course: string, step: Step): Promise<Distribution> {
	const { rows } = await ctx.tx.$client.query<{ tally: Votes; released: Votes | null }>({
		name: 'read-poll',
		text: `select t.votes as tally, r.votes as released from poll_tally t
			left join poll_release r on r.org_id = t.org_id and r.course = t.course and r.step = t.step
			where t.org_id = $1 and t.course = $2 and t.step = $3`,
		values: [ctx.org.id, course, step.id],
	});
	return presentDistribution(rows[0]?.released ?? null, rows[0]?.tally ?? {});
}
