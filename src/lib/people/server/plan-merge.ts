import { sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { findContradictions, type RecordedFact } from '../contradictions.ts';
import { factKinds, type NewFact } from '../fact.ts';
import { cycleClosedBy } from '../manager-cycle.ts';
import { factsOf } from './find-facts.ts';

/** The facts of somebody that the one who is kept does not have: those of a kind of which nothing is known of them. */
export async function factsTakenOver(ctx: Ctx, from: string, into: string): Promise<NewFact[]> {
	const known = standing(await factsOf(ctx, [from, into]));
	const own = known.filter(({ personId }) => personId === into);
	const others = known.filter(({ personId }) => personId === from);
	const copied = (fact: RecordedFact) =>
		({ personId: into, kind: fact.kind, value: fact.value, startsOn: fact.startsOn }) as NewFact;
	const managerOf = await managers(ctx);
	return factKinds.flatMap((kind): NewFact[] => {
		const theirs = others.filter((fact) => fact.kind === kind).map(copied);
		if (kind === 'employment' || kind === 'leave') {
			// An earlier time at work is part of one history, as far as it fits.
			return findContradictions(own, theirs).length === 0 ? theirs : [];
		}
		if (own.some((fact) => fact.kind === kind && fact.value !== null && !isEmpty(fact.value))) return [];
		return theirs.filter(
			(fact) =>
				fact.kind !== 'manager' ||
				fact.value === null ||
				(fact.value !== into && fact.value !== from && !cycleClosedBy(managerOf, into, fact.value)),
		);
	});
}

/**
 * New managers for those who report to the one who is not kept: the one who is, unless that would close a circle;
 * then whoever is above, or nobody.
 */
export async function reportsThatMove(ctx: Ctx, from: string, into: string): Promise<NewFact[]> {
	const managerOf = await managers(ctx);
	const above = managerOf.get(from) ?? null;
	const reports = [...managerOf].filter(([, manager]) => manager === from).map(([id]) => id);
	return reports.map((personId): NewFact => {
		const may = (manager: string | null) =>
			manager !== null &&
			manager !== personId &&
			manager !== from &&
			!cycleClosedBy(managerOf, personId, manager);
		const value = may(into) ? into : may(above) ? above : null;
		managerOf.set(personId, value);
		return { personId, kind: 'manager', value, startsOn: ctx.today };
	});
}

async function managers(ctx: Ctx): Promise<Map<string, string | null>> {
	const { rows } = await ctx.tx.execute<{ id: string; managerId: string }>(sql`
		select id, manager_id as "managerId" from person
		where org_id = ${ctx.org.id} and manager_id is not null and merged_into is null`);
	return new Map(rows.map(({ id, managerId }) => [id, managerId]));
}

function standing(facts: readonly RecordedFact[]): RecordedFact[] {
	const corrected = new Set(facts.map(({ corrects }) => corrects));
	return facts.filter((fact) => !fact.void && !corrected.has(fact.id));
}

const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0;
