import type { Ctx } from '../../platform/context.ts';
import type { NewFact, WorkPlace } from '../../people/fact.ts';
import { addPeople } from '../../people/server/add-people.ts';
import { ensureDepartments, ensureSites } from '../../people/server/ensure-places.ts';
import { presentFacts } from '../../people/server/present-facts.ts';
import { projectPeople } from '../../people/server/project-people.ts';
import { recordFacts } from '../../people/server/record-facts.ts';
import { recordSiteFacts } from '../../people/server/record-site-facts.ts';
import { plannedDepartments } from '../departments.ts';
import { plannedSites } from '../places.ts';
import type { Plan, PlannedFact, PlannedPerson, PlannedPlace } from '../plan.ts';

/** So few at once that pages are served between them. */
const atOnce = 100;

/** Ids by what the plan calls them. */
export interface Known {
	readonly sites: ReadonlyMap<string, string>;
	readonly departments: ReadonlyMap<string, string>;
	/** By number. */
	readonly people: Map<string, string>;
}

/** Makes sites and departments, with what was known of them on the first day. */
export async function writePlaces(ctx: Ctx): Promise<Known> {
	const first = plannedSites.map(({ name, formerName }) => formerName ?? name);
	const ids = await ensureSites(ctx, first);
	const sites = new Map(plannedSites.map(({ name }, index) => [name, ids.get(first[index] ?? '') ?? '']));
	await recordSiteFacts(
		ctx,
		plannedSites.flatMap(({ name, formerName, country, region, city, timeZone, industry, since }) => {
			const of = { siteId: sites.get(name) ?? '', startsOn: `${since}-01-15` };
			return [
				{ ...of, kind: 'name' as const, value: formerName ?? name },
				{ ...of, kind: 'address' as const, value: { country, region, city } },
				{ ...of, kind: 'timeZone' as const, value: timeZone },
				{ ...of, kind: 'industry' as const, value: industry },
			];
		}),
	);
	const departments = await ensureDepartments(
		ctx,
		plannedDepartments.map(({ name }) => name),
	);
	return { sites, departments, people: new Map() };
}

/** Sites that bear another name from today on. */
export async function renameSites(ctx: Ctx, { sites }: Known): Promise<void> {
	await recordSiteFacts(
		ctx,
		plannedSites
			.filter(({ formerName }) => formerName)
			.map(({ name }) => ({
				siteId: sites.get(name) ?? '',
				kind: 'name',
				value: name,
				startsOn: ctx.today,
			})),
	);
}

/**
 * Writes what the organization came to know since the last time: who is new, and facts.
 * @param since the day of the last time; null for the first
 * @param report how many facts have been written
 */
export async function writePeople(
	ctx: Ctx,
	{ people }: Plan,
	known: Known,
	since: string | null,
	report: (facts: number) => void,
): Promise<void> {
	const isNew = ({ knownOn }: { knownOn: string }) =>
		knownOn <= ctx.today && (since === null || knownOn > since);
	const added = people.filter(isNew);
	for (const some of chunks(added, atOnce)) {
		for (const [number, id] of await addPeople(ctx, some)) known.people.set(number, id);
	}
	const told = people.map((person) => ({ person, facts: person.facts.filter(isNew) }));
	for (const some of chunks(
		told.filter(({ facts }) => facts.length > 0),
		atOnce,
	)) {
		const mended = await toBeMended(ctx, some, known);
		const facts = some.flatMap(({ person, facts: news }) =>
			news.map((fact) => toFact(fact, person, known, mended)),
		);
		await recordFacts(ctx, facts);
		report(facts.length);
	}
}

/** Brings up to date whom a fact concerns that was known before its day. */
export async function turnDays(ctx: Ctx, { people }: Plan, known: Known): Promise<void> {
	const concerned = people.filter(({ facts }) => facts.some(({ startsOn, knownOn }) => startsOn > knownOn));
	for (const some of chunks(concerned, atOnce)) {
		await projectPeople(
			ctx,
			some.map(({ number }) => idOf(known.people, number)),
		);
	}
}

type Told = readonly { readonly person: PlannedPerson; readonly facts: readonly PlannedFact[] }[];

/** The facts that turned out to be mistaken, by person and kind. */
async function toBeMended(ctx: Ctx, told: Told, known: Known): Promise<ReadonlyMap<string, string>> {
	const concerned = told.filter(({ facts }) => facts.some(({ mends }) => mends));
	if (concerned.length === 0) return new Map();
	const facts = await presentFacts(
		ctx,
		concerned.map(({ person }) => idOf(known.people, person.number)),
	);
	return new Map(facts.map(({ id, personId, kind }) => [`${personId} ${kind}`, id]));
}

function toFact(
	{ kind, value, startsOn, mends }: PlannedFact,
	{ number }: PlannedPerson,
	known: Known,
	mended: ReadonlyMap<string, string>,
): NewFact {
	const personId = idOf(known.people, number);
	const corrects = mends && { corrects: idOf(mended, `${personId} ${kind}`) };
	return { personId, kind, value: withIds(kind, value, known), startsOn, ...corrects } as NewFact;
}

function withIds(kind: PlannedFact['kind'], value: unknown, known: Known): unknown {
	if (kind === 'department') return idOf(known.departments, value as string);
	if (kind === 'manager') return idOf(known.people, value as string);
	if (kind !== 'workPlaces') return value;
	return (value as PlannedPlace[]).map((place): WorkPlace =>
		'site' in place ? { ...place, site: idOf(known.sites, place.site) } : place,
	);
}

function idOf(ids: ReadonlyMap<string, string>, name: string): string {
	const id = ids.get(name);
	if (!id) throw new Error(`The plan speaks of ${name}, and nobody knows it.`);
	return id;
}

export function chunks<Item>(items: readonly Item[], size: number): Item[][] {
	const parts: Item[][] = [];
	for (let start = 0; start < items.length; start += size) parts.push(items.slice(start, start + size));
	return parts;
}
