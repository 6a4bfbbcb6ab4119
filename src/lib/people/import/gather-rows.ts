import type { Column } from './column.ts';
import { plain } from './tidy.ts';
import type { PersonRow, ProblemReason, SiteMention } from './person-row.ts';

/** A line that was read, and what it says about the site somebody works at. */
export interface ReadRow {
	readonly row: PersonRow;
	readonly site: SiteMention | null;
}

type Say = (
	line: number,
	column: Column | null,
	reason: ProblemReason,
	holdsBack: boolean,
	value: string | null,
) => void;

/**
 * One row a person. Lines that say the same count once. Lines with one number and different names are held back, all of
 * them: nobody here can know whose number it is. Lines with one number and one name are one person; where they
 * contradict each other, that fact stays open.
 */
export function gatherRows(found: readonly ReadRow[], say: Say): { rows: PersonRow[]; sites: SiteMention[] } {
	const byNumber = new Map<string, PersonRow[]>();
	for (const { row } of found) byNumber.set(row.number, [...(byNumber.get(row.number) ?? []), row]);
	const rows: PersonRow[] = [];
	const held = new Set<PersonRow>();
	for (const [number, lines] of byNumber) {
		const [first, ...others] = lines;
		if (!first) continue;
		const isSomebodyElse = (row: PersonRow) => nameOf(row) !== nameOf(first);
		if (others.some(isSomebodyElse)) {
			for (const row of lines) {
				held.add(row);
				say(row.line, 'number', 'number_twice', true, number);
			}
			continue;
		}
		rows.push(others.length === 0 ? first : reconcile(first, lines, say));
	}
	return {
		rows,
		sites: gatherSites(
			found.filter(({ row }) => !held.has(row)),
			say,
		),
	};
}

const nameOf = ({ givenName, familyName }: PersonRow) => plain(`${givenName} ${familyName}`);

const columnOfFact: Partial<Record<keyof PersonRow, Column>> = { manager: 'managerNumber', places: 'site' };

function reconcile(first: PersonRow, lines: readonly PersonRow[], say: Say): PersonRow {
	const merged: Record<string, unknown> = { ...first };
	for (const fact of Object.keys(first) as (keyof PersonRow)[]) {
		if (['line', 'number', 'givenName', 'familyName'].includes(fact)) continue;
		const said = lines.filter((row) => row[fact] !== null);
		const other = said.find((row) => JSON.stringify(row[fact]) !== JSON.stringify(said[0]?.[fact]));
		merged[fact] = other ? null : (said[0]?.[fact] ?? null);
		if (!other) continue;
		const value = other[fact];
		const column = columnOfFact[fact] ?? (fact as Column);
		say(other.line, column, 'lines_contradict', false, typeof value === 'string' ? value : null);
	}
	return merged as unknown as PersonRow;
}

const details = {
	country: 'siteCountry',
	region: 'siteRegion',
	city: 'siteCity',
	industry: 'siteIndustry',
} as const;

/** What is said of a site first counts; a line that says otherwise is named. */
function gatherSites(found: readonly ReadRow[], say: Say): SiteMention[] {
	const sites = new Map<string, SiteMention>();
	for (const { row } of found) {
		for (const place of row.places ?? []) {
			if ('site' in place && !sites.has(place.site))
				sites.set(place.site, { name: place.site, country: null, region: null, city: null, industry: null });
		}
	}
	for (const { row, site } of found) {
		const before = site && sites.get(site.name);
		if (!before) continue;
		const after = { ...before };
		for (const [detail, column] of Object.entries(details) as [keyof typeof details, Column][]) {
			const said = site[detail];
			if (said === null) continue;
			if (before[detail] === null) after[detail] = said;
			else if (before[detail] !== said) say(row.line, column, 'site_contradicts', false, said);
		}
		sites.set(site.name, after);
	}
	return [...sites.values()];
}
