import { sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import type { NewFact } from '../fact.ts';
import type { PersonRow, SiteMention } from '../import/person-row.ts';
import {
	planPerson,
	type KnownPerson,
	type PersonPlan,
	type PlannedFact,
	type SettledRow,
	type Wish,
} from '../import/plan-person.ts';
import type { NewSiteFact } from '../site.ts';
import { addPeople, type NewPerson } from './add-people.ts';
import { ensureDepartments, ensureSites } from './ensure-places.ts';
import { emailHolders, knownPeople } from './known-people.ts';
import { refreshSearch } from './project-people.ts';
import { recordFacts, tellOfChange } from './record-facts.ts';
import { recordSiteFacts } from './record-site-facts.ts';
import type { peopleImportPart } from './schema.ts';

type Part = typeof peopleImportPart.$inferSelect;

/** Brings in one part of an import: compares again with what is known by now, and records what differs. */
export async function bringInPart(
	ctx: Ctx,
	part: Part,
	wish: Wish,
	moving: readonly string[],
): Promise<void> {
	if (part.kind === 'newcomers') await addNewcomers(ctx, part.rows as NewPerson[]);
	if (part.kind === 'people')
		await bringInPeople(ctx, part.importId, await withoutTaken(ctx, part.rows as SettledRow[], moving), wish);
	if (part.kind === 'sites') await describeSites(ctx, part.rows as SiteMention[]);
	if (part.kind === 'managers') await setManagers(ctx, part.importId, part.rows as [string, string][], wish);
	if (part.kind === 'leavers') await letGo(ctx, part.importId, part.rows as string[], wish);
}

/**
 * Adds everyone who is new at once, before their facts: PostgreSQL plans a reference's check once for a connection, and would
 * go on reading a table from end to end that was small at the time.
 */
async function addNewcomers(ctx: Ctx, people: readonly NewPerson[]): Promise<void> {
	const there = await idsOf(
		ctx,
		people.map(({ number }) => number),
	);
	await addPeople(
		ctx,
		people.filter(({ number }) => !there.has(number)),
	);
}

async function idsOf(ctx: Ctx, numbers: readonly string[]): Promise<Set<string>> {
	const { rows } = await ctx.tx.execute<{ number: string }>(sql`
		select number from person where org_id = ${ctx.org.id} and number = any(${sql.param([...numbers])}::text[])`);
	return new Set(rows.map(({ number }) => number));
}

async function bringInPeople(
	ctx: Ctx,
	importId: string,
	rows: readonly SettledRow[],
	wish: Wish,
): Promise<void> {
	const there = await knownPeople(
		ctx,
		rows.map(({ number }) => number),
	);
	const ids = new Map([...there].map(([number, { id }]) => [number, id]));
	// Of whom nothing is known yet, everything counts from their first day.
	const known = new Map([...there].filter(([, { facts }]) => facts.length > 0));
	const sites = await ensureSites(
		ctx,
		rows.flatMap(({ places }) => (places ?? []).flatMap((place) => ('site' in place ? [place.site] : []))),
	);
	const departments = await ensureDepartments(
		ctx,
		rows.flatMap(({ department }) => department ?? []),
	);
	const plans = rows.map((row): [SettledRow, PersonPlan] => [
		row,
		planPerson(row, known.get(row.number), wish),
	]);
	await chooseNamesAndLanguages(ctx, plans, known);
	const words = { sites, departments };
	const facts = plans.flatMap(([row, plan]) => {
		const personId = ids.get(row.number) ?? '';
		// Managers come when everybody is there.
		return plan.facts.filter(({ kind }) => kind !== 'manager').map((fact) => inIds(personId, fact, words));
	});
	await recordFacts(ctx, facts, importId);
}

/** An address may have found somebody since the file was shown. */
async function withoutTaken(
	ctx: Ctx,
	rows: readonly SettledRow[],
	moving: readonly string[],
): Promise<SettledRow[]> {
	const holders = await emailHolders(
		ctx,
		rows.flatMap(({ email }) => email ?? []),
	);
	const isFree = ({ email, number }: SettledRow) =>
		email === null || (holders.get(email) ?? number) === number || moving.includes(email);
	return rows.map((row) => (isFree(row) ? row : { ...row, email: null }));
}

interface Words {
	readonly sites: ReadonlyMap<string, string>;
	readonly departments: ReadonlyMap<string, string>;
}

/** A planned fact with ids in the place of names. `recordFacts` checks every value. */
function inIds(
	personId: string,
	{ kind, value, startsOn, corrects }: PlannedFact,
	{ sites, departments }: Words,
): NewFact {
	const of = { personId, startsOn, ...(corrects === undefined ? {} : { corrects }) };
	if (kind === 'department') return { ...of, kind, value: departments.get(String(value)) ?? null };
	if (kind === 'workPlaces') {
		const places = (value as NonNullable<PersonRow['places']>).slice(0, 12);
		return {
			...of,
			kind,
			value: places.map((place) =>
				'site' in place ? { ...place, site: sites.get(place.site) ?? '' } : place,
			),
		};
	}
	return { ...of, kind, value } as NewFact;
}

async function chooseNamesAndLanguages(
	ctx: Ctx,
	plans: readonly (readonly [SettledRow, PersonPlan])[],
	known: ReadonlyMap<string, KnownPerson>,
): Promise<void> {
	const called = plans
		.filter(([, plan]) => plan.preferredName !== null)
		.map(([{ number }, { preferredName }]) => ({ number, preferredName }));
	if (called.length > 0) {
		const { rows } = await ctx.tx.execute<{ id: string }>(sql`
			update person p set preferred_name = f."preferredName"
			from jsonb_to_recordset(${JSON.stringify(called)}::jsonb) as f(number text, "preferredName" text)
			where p.org_id = ${ctx.org.id} and p.number = f.number returning p.id`);
		await refreshSearch(
			ctx,
			rows.map(({ id }) => id),
		);
	}
	const spoken = plans
		.filter(([{ number }, { language }]) => language !== null && known.has(number))
		.map(([{ number }, { language }]) => ({ number, language }));
	if (spoken.length > 0) {
		const { rows } = await ctx.tx.execute<{ id: string }>(sql`
			update account a set language = f.language
			from jsonb_to_recordset(${JSON.stringify(spoken)}::jsonb) as f(number text, language text)
			join person p on p.org_id = ${ctx.org.id} and p.number = f.number
			where a.org_id = ${ctx.org.id} and a.id = p.id and a.language <> f.language returning a.id`);
		// Who counts by language follows.
		await tellOfChange(
			ctx,
			rows.map(({ id }) => id),
		);
	}
}

async function describeSites(ctx: Ctx, mentions: readonly SiteMention[]): Promise<void> {
	const ids = await ensureSites(
		ctx,
		mentions.map(({ name }) => name),
	);
	await recordSiteFacts(
		ctx,
		mentions.flatMap(({ name, country, region, city, industry }): NewSiteFact[] => {
			const of = { siteId: ids.get(name) ?? '', startsOn: ctx.today };
			return [
				...((country ?? region ?? city) === null
					? []
					: [{ ...of, kind: 'address', value: { country, region, city } } as const]),
				...(industry === null ? [] : [{ ...of, kind: 'industry', value: industry } as const]),
			];
		}),
	);
}

/** A row that says nothing but a manager. */
const silent = {
	line: 0,
	givenName: '',
	familyName: '',
	preferredName: null,
	email: null,
	jobTitle: null,
	supervisor: null,
	department: null,
	places: null,
	workerType: null,
	language: null,
	hiredOn: null,
	rehiredOn: null,
	endedOn: null,
	leaveFrom: null,
	backOn: null,
	status: null,
} as const;

async function setManagers(
	ctx: Ctx,
	importId: string,
	pairs: readonly [string, string][],
	wish: Wish,
): Promise<void> {
	const known = await knownPeople(ctx, [...new Set(pairs.flat())]);
	const facts = pairs.flatMap(([number, managerNumber]): NewFact[] => {
		const [one, manager] = [known.get(number), known.get(managerNumber)];
		if (!one || !manager) return [];
		const fresh = one.facts.every(({ kind }) => kind !== 'manager');
		const begins = one.facts.find(({ kind }) => kind === 'name')?.startsOn ?? wish.from;
		const row = { ...silent, number, managerNumber };
		return planPerson(row, one, wish)
			.facts.filter(({ kind }) => kind === 'manager')
			.map(({ startsOn, corrects }) => ({
				personId: one.id,
				kind: 'manager',
				value: manager.id,
				startsOn: fresh ? begins : startsOn,
				...(corrects === undefined ? {} : { corrects }),
			}));
	});
	await recordFacts(ctx, facts, importId);
}

async function letGo(ctx: Ctx, importId: string, ids: readonly string[], wish: Wish): Promise<void> {
	const { rows } = await ctx.tx.execute<{ id: string }>(sql`
		select id from person where org_id = ${ctx.org.id} and id = any(${sql.param([...ids])}::uuid[])
			and (ended_on is null or ended_on > ${wish.from}::date)`);
	const facts = rows.map(({ id }): NewFact => ({
		personId: id,
		kind: 'employment',
		value: 'ended',
		startsOn: wish.from,
	}));
	await recordFacts(ctx, facts, importId);
}
