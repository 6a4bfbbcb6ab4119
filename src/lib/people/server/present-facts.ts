import { sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import type { FactKind, NewFact } from '../fact.ts';
import { sameValue } from '../same-value.ts';

/** A fact that counts today. */
export interface PresentFact {
	readonly id: string;
	readonly personId: string;
	readonly kind: FactKind;
	readonly value: unknown;
	readonly startsOn: string;
}

/**
 * The facts that count on a day: for each person and kind the latest that has begun and that nothing corrects.
 * @param people all of the organization without it
 */
export async function presentFacts(
	ctx: Ctx,
	people?: readonly string[],
	on = ctx.today,
): Promise<PresentFact[]> {
	const { rows } = await ctx.tx.execute<PresentFact & Record<string, unknown>>(sql`
		select distinct on (person_id, kind) id, person_id as "personId", kind, value, starts_on::text as "startsOn"
		from person_fact f
		where org_id = ${ctx.org.id} and starts_on <= ${on}::date and not void
			${people ? sql`and person_id = any(${sql.param([...people])}::uuid[])` : sql``}
			and not exists (select from person_fact c where c.org_id = f.org_id and c.corrects = f.id)
		order by person_id, kind, starts_on desc, recorded_at desc, id desc`);
	return rows;
}

/**
 * Leaves out what is known already, so that the same file twice changes nothing. Employment is told by its day, too:
 * another hire date is another fact.
 */
export async function factsThatDiffer(ctx: Ctx, facts: readonly NewFact[]): Promise<NewFact[]> {
	const people = [...new Set(facts.map(({ personId }) => personId))];
	const known = new Map(
		(await presentFacts(ctx, people)).map((fact) => [`${fact.personId} ${fact.kind}`, fact]),
	);
	return facts.filter((fact) => {
		const before = known.get(`${fact.personId} ${fact.kind}`);
		if (!before || !sameValue(before.value, fact.value)) return true;
		return fact.kind === 'employment' && before.startsOn !== fact.startsOn;
	});
}
