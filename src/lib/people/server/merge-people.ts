import { sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { audit } from '../../platform/audit/server/audit.ts';
import { endSignIn } from '../../platform/auth/server/end-sign-in.ts';
import { holdsAnyRole } from '../../platform/auth/server/roles.ts';
import { publish } from '../../platform/events/server/publish.ts';
import { notFound } from '../../platform/errors/errors.ts';
import type { FactKind, NewFact } from '../fact.ts';
import type { MergeRefusal } from '../merge.ts';
import { accessPerson } from './access.ts';
import { onceOrRefuse } from './check-facts.ts';
import { factsTakenOver, reportsThatMove } from './plan-merge.ts';
import { recordFacts } from './record-facts.ts';

/** What a confirmation names before two become one. */
export interface MergePlan {
	readonly refusal: MergeRefusal | null;
	/** What is known only of the one that is not kept, and is taken over. */
	readonly facts: readonly FactKind[];
	readonly reports: number;
}

/** What merging would do. */
export async function planMerge(ctx: Ctx, from: string, into: string): Promise<MergePlan> {
	await bothAreThere(ctx, from, into);
	const facts = await factsTakenOver(ctx, from, into);
	return {
		refusal: await refuse(ctx, from),
		facts: [...new Set(facts.map(({ kind }) => kind))],
		reports: (await reportsThatMove(ctx, from, into)).length,
	};
}

/**
 * Says that two are one person. One id and number are kept; what was known only of the other is taken over, people who
 * reported to them report to the one that is kept, and their ways to sign in end. Courses, answers and completions follow
 * by the event. Their own history stays where it is, and every address of theirs leads to the one that is kept.
 * @returns why it was not done, or nothing
 */
export async function mergePeople(
	ctx: Ctx,
	{ key, from, into }: { key: string; from: string; into: string },
): Promise<readonly MergeRefusal[]> {
	await accessPerson(ctx, from, 'merge');
	return onceOrRefuse<MergeRefusal>(ctx, key, 'person.merge', async () => {
		await bothAreThere(ctx, from, into);
		const refusal = await refuse(ctx, from);
		if (refusal) return [refusal];
		await merge(ctx, from, into);
		return [];
	});
}

async function merge(ctx: Ctx, from: string, into: string): Promise<void> {
	const taken = await factsTakenOver(ctx, from, into);
	const reports = await reportsThatMove(ctx, from, into);
	const org = ctx.org.id;
	const letGo: NewFact = { personId: from, kind: 'email', value: null, startsOn: ctx.today };
	await recordFacts(ctx, [...(await plannedAddresses(ctx, from)), letGo, ...taken, ...reports]);
	await ctx.tx.execute(sql`
		update person set merged_into = ${into} where org_id = ${org} and (id = ${from} or merged_into = ${from})`);
	await ctx.tx.execute(sql`
		update person p set preferred_name = coalesce(p.preferred_name, f.preferred_name) from person f
		where p.org_id = ${org} and p.id = ${into} and f.org_id = ${org} and f.id = ${from}`);
	const by = ctx.actor.kind === 'person' ? ctx.actor.accountId : null;
	await ctx.tx.execute(sql`
		insert into person_merge (org_id, from_id, into_id, merged_at, merged_by)
		values (${org}, ${from}, ${into}, ${ctx.now.toISOString()}::timestamptz, ${by}::uuid)`);
	await endSignIn(ctx, [from]);
	await publish(ctx, 'people.merged', into, { from, into });
	await audit(ctx, 'person.merged', from, { into, reports: reports.length });
}

/** An address that was to count later must not come back to an id that nobody uses. */
async function plannedAddresses(ctx: Ctx, from: string): Promise<NewFact[]> {
	const { rows } = await ctx.tx.execute<{ id: string; startsOn: string }>(sql`
		select id, starts_on::text as "startsOn" from person_fact f
		where org_id = ${ctx.org.id} and person_id = ${from} and kind = 'email' and not void and starts_on >= ${ctx.today}::date
			and not exists (select from person_fact c where c.org_id = f.org_id and c.corrects = f.id)`);
	return rows.map(({ id, startsOn }) => ({
		personId: from,
		kind: 'email',
		value: null,
		startsOn,
		corrects: id,
		void: true,
	}));
}

async function bothAreThere(ctx: Ctx, from: string, into: string): Promise<void> {
	await accessPerson(ctx, from, 'merge');
	await accessPerson(ctx, into, 'merge');
	const { rows } = await ctx.tx.execute(sql`
		select from person where org_id = ${ctx.org.id} and id in (${from}, ${into}) and merged_into is null`);
	if (rows.length !== 2) throw notFound();
}

/** Rights do not move by a merge, and nobody merges themselves away. */
async function refuse(ctx: Ctx, from: string): Promise<MergeRefusal | null> {
	if (ctx.actor.kind === 'person' && ctx.actor.accountId === from) return { reason: 'merge_self' };
	return (await holdsAnyRole(ctx, from)) ? { reason: 'merge_roles' } : null;
}
