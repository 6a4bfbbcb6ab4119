import { sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import type { Column } from '../import/column.ts';
import type {
	AddedPerson,
	ChangedPerson,
	ImportCounts,
	ImportPlan,
	MissingPerson,
} from '../import/import-preview.ts';
import {
	changesNothing,
	mainSite,
	planPerson,
	type KnownPerson,
	type PersonPlan,
	type SettledRow,
} from '../import/plan-person.ts';
import type {
	ManagerMention,
	PeopleFile,
	PersonRow,
	ProblemReason,
	SiteMention,
} from '../import/person-row.ts';
import { resolveManagers } from '../import/resolve-managers.ts';
import { rowProblem } from '../import/row-problem.ts';
import { takenEmails } from '../import/settle-emails.ts';
import type { NewPerson } from './add-people.ts';
import { emailHolders, knownPeople, managerDirectory } from './known-people.ts';
import { peopleImportPart } from './schema.ts';

/** How many people are planned and brought in at a time. */
export const partSize = 1000;
/** How many of the added and changed are shown. */
const shown = 100;

/**
 * Compares a file with what is known and keeps what it would change, a thousand people a part. Nothing about people changes.
 * The caller has asked for access.
 */
export async function planImport(
	ctx: Ctx,
	importId: string,
	file: PeopleFile,
): Promise<{ plan: ImportPlan; counts: ImportCounts; total: number }> {
	const problems = [...file.problems];
	const say = (
		row: PersonRow,
		column: Column,
		reason: ProblemReason,
		more: { value?: string | null; who?: readonly string[] } = {},
	) => problems.push(rowProblem(file.columns, row.line, column, reason, more));
	const { settled, moving } = await settle(ctx, file.rows, say);
	const added: AddedPerson[] = [];
	const changed: ChangedPerson[] = [];
	const counts = { added: 0, changed: 0, same: 0 };
	const parts = new Parts(ctx, importId);
	const managers: [string, string][] = [];
	const newcomers: NewPerson[] = [];
	for (let start = 0; start < settled.length; start += partSize) {
		const rows = settled.slice(start, start + partSize);
		const known = await knownPeople(
			ctx,
			rows.map(({ number }) => number),
		);
		const touched: SettledRow[] = [];
		for (const row of rows) {
			const before = known.get(row.number);
			const plan = planPerson(row, before, { from: ctx.today, corrects: false });
			if (before && changesNothing(plan)) {
				counts.same += 1;
				continue;
			}
			touched.push(row);
			if (!before) {
				const { number, givenName, familyName, language } = row;
				newcomers.push({ number, givenName, familyName, language });
			}
			if (row.managerNumber !== null && plan.facts.some(({ kind }) => kind === 'manager'))
				managers.push([row.number, row.managerNumber]);
			counts[before ? 'changed' : 'added'] += 1;
			if (!before && added.length < shown) added.push(addedView(row));
			if (before && changed.length < shown) changed.push(changedView(row, before, plan));
		}
		await parts.add('people', touched, touched.length);
	}
	await parts.addNewcomers(newcomers);
	const sites = await sitesToDescribe(ctx, file.sites);
	await parts.add('sites', sites, 0);
	for (let start = 0; start < managers.length; start += partSize)
		await parts.add('managers', managers.slice(start, start + partSize), 0);
	const missing = await missingPeople(ctx, [...file.rows.map(({ number }) => number), ...file.heldNumbers]);
	await parts.add(
		'missing',
		missing.map(({ id }) => id),
		0,
	);
	problems.sort((a, b) => a.line - b.line);
	const heldBack = new Set(problems.filter(({ holdsBack }) => holdsBack).map(({ line }) => line)).size;
	return {
		plan: { added, changed, missing: missing.slice(0, 2 * shown), moving, problems },
		counts: { ...counts, heldBack, missing: missing.length },
		total: counts.added + counts.changed,
	};
}

/** The parts in which an import is applied, in their order. */
class Parts {
	/** The first place is kept for the newcomers, who are all known last. */
	#position = 1;
	readonly #ctx: Ctx;
	readonly #importId: string;
	constructor(ctx: Ctx, importId: string) {
		this.#ctx = ctx;
		this.#importId = importId;
	}
	async addNewcomers(rows: readonly NewPerson[]): Promise<void> {
		if (rows.length === 0) return;
		const of = { orgId: this.#ctx.org.id, importId: this.#importId, position: 0, people: 0 };
		await this.#ctx.tx.insert(peopleImportPart).values({ ...of, kind: 'newcomers', rows });
	}
	async add(
		kind: 'people' | 'managers' | 'sites' | 'missing',
		rows: readonly unknown[],
		people: number,
	): Promise<void> {
		if (rows.length === 0) return;
		const part = {
			orgId: this.#ctx.org.id,
			importId: this.#importId,
			position: this.#position,
			kind,
			rows,
			people,
		};
		await this.#ctx.tx.insert(peopleImportPart).values(part);
		this.#position += 1;
	}
}

type Say = (
	row: PersonRow,
	column: Column,
	reason: ProblemReason,
	more?: { value?: string | null; who?: readonly string[] },
) => void;

/** Finds the managers, and leaves out addresses that two would have. */
async function settle(
	ctx: Ctx,
	rows: readonly PersonRow[],
	say: Say,
): Promise<{ settled: SettledRow[]; moving: string[] }> {
	const directory = rows.some(({ manager }) => manager !== null) ? await managerDirectory(ctx) : [];
	const columnOf = { number: 'managerNumber', email: 'managerEmail', name: 'managerName' } as const;
	const managers = resolveManagers(rows, directory, (row, reason, who) => {
		const mention = row.manager as ManagerMention;
		say(row, columnOf[mention.by], reason, { value: mention.value, ...(who ? { who } : {}) });
	});
	const holders = await emailHolders(
		ctx,
		rows.flatMap(({ email }) => email ?? []),
	);
	const taken = takenEmails(rows, holders);
	const settled = rows.map((row) => {
		if (taken.has(row)) say(row, 'email', 'email_twice', { value: row.email });
		const { manager: _, ...rest } = row;
		return {
			...rest,
			email: taken.has(row) ? null : row.email,
			managerNumber: managers.get(row.number) ?? null,
		};
	});
	const isMoving = ({ email, number }: SettledRow) =>
		email !== null && (holders.get(email) ?? number) !== number;
	return { settled, moving: settled.filter(isMoving).flatMap(({ email }) => email ?? []) };
}

const fullName = ({ givenName, familyName }: Pick<PersonRow, 'givenName' | 'familyName'>) =>
	`${givenName} ${familyName}`.trim();

const addedView = (row: SettledRow): AddedPerson => ({
	number: row.number,
	name: fullName(row),
	email: row.email,
	department: row.department,
	site: mainSite(row.places),
});

const changedView = (row: SettledRow, _: KnownPerson, plan: PersonPlan): ChangedPerson => ({
	number: row.number,
	name: fullName(row),
	facts: plan.facts.map(({ kind, value, before, startsOn }) => ({ kind, value, before, startsOn })),
	other: (['preferredName', 'language'] as const).filter((one) => plan[one] !== null),
});

/** Who works here and is not in the file, beside whoever brings it. */
async function missingPeople(ctx: Ctx, numbers: readonly string[]): Promise<MissingPerson[]> {
	const me = ctx.actor.kind === 'person' ? ctx.actor.accountId : null;
	const { rows } = await ctx.tx.execute<MissingPerson & Record<string, unknown>>(sql`
		select id, number, trim(given_name || ' ' || family_name) as name from person p
		where org_id = ${ctx.org.id} and (ended_on is null or ended_on >= ${ctx.today}::date) and id is distinct from ${me}::uuid
			and not exists (select from unnest(${sql.param([...numbers])}::text[]) n where n = p.number)
		order by family_name, given_name, number`);
	return rows;
}

/** Sites of which the file says more than is known. What is known already is not overwritten by a file of people. */
async function sitesToDescribe(ctx: Ctx, mentions: readonly SiteMention[]): Promise<SiteMention[]> {
	const told = mentions.filter(
		({ country, region, city, industry }) => country ?? region ?? city ?? industry,
	);
	if (told.length === 0) return [];
	const { rows } = await ctx.tx.execute<{ name: string; placed: boolean; industry: string | null }>(sql`
		select name, coalesce(country, region, city) is not null as placed, industry from site where org_id = ${ctx.org.id}`);
	const known = new Map(rows.map((row) => [row.name, row]));
	return told
		.map((site) => {
			const before = known.get(site.name);
			const place = before?.placed ? { country: null, region: null, city: null } : {};
			return { ...site, ...place, industry: before?.industry ? null : site.industry };
		})
		.filter(({ country, region, city, industry }) => country ?? region ?? city ?? industry);
}
