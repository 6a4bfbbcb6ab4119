import { sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { audit } from '../../platform/audit/server/audit.ts';
import { once } from '../../platform/db/server/once.ts';
import { notFound } from '../../platform/errors/errors.ts';
import type { FactValues, NewFact, WorkPlace } from '../fact.ts';
import { accessPlaces } from './access.ts';
import { takeTurn } from './check-facts.ts';
import { factsOf, type FactRow } from './find-facts.ts';
import { recordFacts } from './record-facts.ts';

type Table = 'site' | 'department';

/**
 * Says that two sites, or two departments, are one. Whoever works in the one works in the other from today on, by facts
 * of their own; what was before keeps its name in the history.
 * @returns how many people moved
 */
export async function mergePlaces(
	ctx: Ctx,
	table: Table,
	{ key, from, into }: { key: string; from: string; into: string },
): Promise<number> {
	accessPlaces(ctx, 'merge');
	const { result } = await once(ctx, key, `${table}.merge`, async () => {
		await takeTurn(ctx);
		await bothStand(ctx, table, from, into);
		const facts = await factsThatName(ctx, table, from);
		await recordFacts(
			ctx,
			facts.map((fact) => moved(fact, from, into, ctx.today)),
		);
		await ctx.tx.execute(sql`
			update ${sql.identifier(table)} set merged_into = ${into}
			where org_id = ${ctx.org.id} and (id = ${from} or merged_into = ${from})`);
		const people = new Set(facts.map(({ personId }) => personId)).size;
		await audit(ctx, `${table}.merged`, from, { into, people });
		return String(people);
	});
	return Number(result ?? 0);
}

/** How many people would move. The caller has asked for access. */
export async function countMoving(ctx: Ctx, table: Table, from: string): Promise<number> {
	return new Set((await factsThatName(ctx, table, from)).map(({ personId }) => personId)).size;
}

async function bothStand(ctx: Ctx, table: Table, from: string, into: string): Promise<void> {
	const { rows } = await ctx.tx.execute(sql`
		select from ${sql.identifier(table)} where org_id = ${ctx.org.id} and merged_into is null
			and id::text in (${from}, ${into}) for update`);
	if (rows.length !== 2) throw notFound();
}

/** The facts that say today, or will say, that somebody works there. */
async function factsThatName(ctx: Ctx, table: Table, id: string): Promise<FactRow[]> {
	const kind = table === 'site' ? 'workPlaces' : 'department';
	const value = JSON.stringify(table === 'site' ? [{ site: id }] : id);
	const { rows } = await ctx.tx.execute<{ id: string }>(sql`
		select distinct person_id as id from person_fact
		where org_id = ${ctx.org.id} and kind = ${kind} and value @> ${value}::jsonb`);
	const facts = await factsOf(
		ctx,
		rows.map((row) => row.id),
	);
	const corrected = new Set(facts.map(({ corrects }) => corrects));
	const begun = new Set<string>();
	return facts
		.filter((fact) => fact.kind === kind && !fact.void && !corrected.has(fact.id))
		.filter(({ personId, startsOn }) => {
			if (startsOn > ctx.today) return true;
			if (begun.has(personId)) return false; // the latest day stands first: this one is over
			begun.add(personId);
			return true;
		})
		.filter((fact) =>
			kind === 'department' ? fact.value === id : placesOf(fact).some((place) => isAt(place, id)),
		);
}

const placesOf = (fact: FactRow) => fact.value as FactValues['workPlaces'];
const isAt = (place: WorkPlace, site: string) => 'site' in place && place.site === site;

/** From today on; what begins today or later takes the place of what was recorded. */
function moved(fact: FactRow, from: string, into: string, today: string): NewFact {
	const { personId, startsOn, id } = fact;
	const when = startsOn < today ? { startsOn: today } : { startsOn, corrects: id };
	if (fact.kind === 'department') return { personId, kind: 'department', value: into, ...when };
	const places = placesOf(fact);
	const others = places.filter((place) => !isAt(place, from) && !isAt(place, into));
	const share = places
		.filter((place) => isAt(place, from) || isAt(place, into))
		.reduce((sum, place) => sum + place.share, 0);
	const value = [{ site: into, share: Math.min(100, share) }, ...others];
	return { personId, kind: 'workPlaces', value, ...when };
}
