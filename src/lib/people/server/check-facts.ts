import { sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { once } from '../../platform/db/server/once.ts';
import { findContradictions, type RecordedFact } from '../contradictions.ts';
import type { NewFact } from '../fact.ts';
import { cycleClosedBy } from '../manager-cycle.ts';
import type { Refusal } from '../refusal.ts';
import { factsOf } from './find-facts.ts';
import { recordFacts } from './record-facts.ts';

/** Lets those who change people take turns until the transaction ends: two right changes may be wrong together. */
export async function takeTurn(ctx: Ctx): Promise<void> {
	await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('people:' || ${ctx.org.id}, 0))`);
}

/**
 * Carries a form out once, or says why not. A refusal is kept like any outcome: the same form again is answered the same.
 * @param work says why not, or does it
 */
export async function onceOrRefuse<Why>(
	ctx: Ctx,
	key: string,
	verb: string,
	work: () => Promise<readonly Why[]>,
): Promise<readonly Why[]> {
	const { result } = await once(ctx, key, verb, async () => {
		await takeTurn(ctx);
		return JSON.stringify(await work());
	});
	return JSON.parse(result ?? '[]') as Why[];
}

/** Records facts unless they contradict what is known. @returns why not, or nothing */
export async function recordChecked(ctx: Ctx, facts: readonly NewFact[]): Promise<Refusal[]> {
	const known = await factsOf(ctx, [...new Set(facts.map(({ personId }) => personId))]);
	const refusals: Refusal[] = [
		...findContradictions(known, facts).map(({ reason, day, other }) => ({ reason, day, other })),
		...(await unknownNames(ctx, facts)),
		...(await takenAddresses(ctx, facts)),
		...(await closedCircles(ctx, known, facts)),
	];
	if (refusals.length === 0) await recordFacts(ctx, facts);
	return refusals;
}

/** Whatever the form offered, a fact names only what there is. */
async function unknownNames(ctx: Ctx, facts: readonly NewFact[]): Promise<Refusal[]> {
	const refusals: Refusal[] = [];
	for (const { kind, value } of facts) {
		if (value === null || (kind !== 'department' && kind !== 'workPlaces')) continue;
		const ids =
			kind === 'department' ? [value] : value.flatMap((place) => ('site' in place ? [place.site] : []));
		const { rows } = await ctx.tx.execute<{ there: number }>(sql`
			select count(*)::int as there from ${kind === 'department' ? sql`department` : sql`site`}
			where org_id = ${ctx.org.id} and id = any(${sql.param([...new Set(ids)])}::uuid[])`);
		if (rows[0]?.there !== new Set(ids).size) refusals.push({ reason: 'unreadable', field: kind });
	}
	return refusals;
}

async function takenAddresses(ctx: Ctx, facts: readonly NewFact[]): Promise<Refusal[]> {
	const refusals: Refusal[] = [];
	for (const fact of facts) {
		if (fact.kind !== 'email' || fact.value === null || fact.void) continue;
		const { rows } = await ctx.tx.execute<{ name: string }>(sql`
			select trim(given_name || ' ' || family_name) as name from person
			where org_id = ${ctx.org.id} and email = ${fact.value} and id <> ${fact.personId}`);
		if (rows[0]) refusals.push({ reason: 'email_taken', names: [rows[0].name], field: 'email' });
	}
	return refusals;
}

/** A manager of days long gone may report to them today; only who is their manager from now on closes a circle. */
async function closedCircles(
	ctx: Ctx,
	known: readonly RecordedFact[],
	facts: readonly NewFact[],
): Promise<Refusal[]> {
	const refusals: Refusal[] = [];
	const gone = new Set([...known, ...facts].flatMap(({ corrects }) => corrects ?? []));
	for (const fact of facts) {
		if (fact.kind !== 'manager' || fact.value === null || fact.void || fact.value === fact.personId) continue;
		const passed = known.some(
			(other) =>
				other.kind === 'manager' &&
				other.personId === fact.personId &&
				!other.void &&
				!gone.has(other.id) &&
				other.startsOn > fact.startsOn &&
				other.startsOn <= ctx.today,
		);
		if (passed) continue;
		const { rows } = await ctx.tx.execute<{ id: string; managerId: string | null; name: string }>(sql`
			with recursive above as (
				select id, manager_id, given_name, family_name from person where org_id = ${ctx.org.id} and id = ${fact.value}
				union select p.id, p.manager_id, p.given_name, p.family_name
				from person p join above a on p.id = a.manager_id where p.org_id = ${ctx.org.id})
			select id, manager_id as "managerId", trim(given_name || ' ' || family_name) as name from above`);
		const circle = cycleClosedBy(
			new Map(rows.map(({ id, managerId }) => [id, managerId])),
			fact.personId,
			fact.value,
		);
		const names = new Map(rows.map(({ id, name }) => [id, name]));
		if (circle) {
			refusals.push({
				reason: 'manager_circle',
				names: [...circle, fact.personId].map((id) => names.get(id) ?? ''),
				field: 'manager',
			});
		}
	}
	return refusals;
}
