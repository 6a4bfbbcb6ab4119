import { isRemoteWord, readRemote } from './cell-words.ts';
import { placeOf } from './place-words.ts';
import type { PlaceMention } from './person-row.ts';

export interface PlaceCells {
	readonly sites: readonly string[];
	readonly shares: readonly string[];
	readonly remote: string;
	readonly home: { readonly country: string; readonly region: string; readonly city: string };
}

export type PlaceFault = 'share_broken' | 'home_unknown' | 'remote_unknown';

/**
 * Where somebody works: one or several sites with shares ("Main 60% / Annex 40%", or columns of their own), or at home.
 * @returns null where the file says nothing; what is wrong leaves the places open
 */
export function readPlaces(cells: PlaceCells): { places: PlaceMention[] | null; fault: PlaceFault | null } {
	const remote = readRemote(cells.remote);
	const fault = remote === undefined ? 'remote_unknown' : null;
	const named = cells.sites.flatMap((site, index) =>
		site === '' ? [] : splitShares(site).map((part) => ({ ...part, column: index })),
	);
	if (remote === true || (named.length > 0 && named.every(({ site }) => isRemoteWord(site)))) {
		const home = homeOf(cells, named.find(({ site }) => isRemoteWord(site))?.site ?? '');
		return home ? { places: [{ ...home, share: 100 }], fault } : { places: null, fault: 'home_unknown' };
	}
	if (named.length === 0) return { places: null, fault };
	const shares = named.map((part) => part.share ?? shareOf(cells.shares[part.column] ?? ''));
	const even = evenOut(shares);
	if (!even) return { places: null, fault: 'share_broken' };
	const places: PlaceMention[] = [];
	for (const [index, { site }] of named.entries()) {
		const share = even[index] ?? 0;
		if (isRemoteWord(site)) {
			const home = homeOf(cells, site);
			if (!home) return { places: null, fault: 'home_unknown' };
			places.push({ ...home, share });
			continue;
		}
		const same = places.findIndex((place) => 'site' in place && place.site === site);
		if (same === -1) places.push({ site, share });
		else places[same] = { site, share: (places[same]?.share ?? 0) + share };
	}
	return { places, fault };
}

/** "Main 60% / Annex 40%": only with percentages, for a slash may belong to a name; a bar or semicolon always separates. */
function splitShares(cell: string): { site: string; share: number | undefined }[] {
	const several = /\d\s*%/.test(cell) ? /\s*(?:[/;|+,&]|\band\b|\by\b|\bund\b)\s*(?=\S)/ : /\s*[;|]\s*/;
	const parts = cell.split(several).filter((part) => part !== '');
	if (parts.length < 2 && !/\d\s*%/.test(cell)) return [{ site: cell, share: undefined }];
	return parts.map((part) => {
		const percent = /(\d{1,3}(?:[.,]\d+)?)\s*%/.exec(part);
		const site = part
			.replace(/[([]?\s*\d{1,3}(?:[.,]\d+)?\s*%\s*[)\]]?/, '')
			.replace(/^[\s:–-]+|[\s:–-]+$/g, '');
		return { site, share: percent ? Number((percent[1] ?? '').replace(',', '.')) / 100 : undefined };
	});
}

/** "60%", "60" and "0.6" are the same; NaN is what is no share. */
function shareOf(cell: string): number | undefined {
	if (cell === '') return undefined;
	const number = Number(cell.replace('%', '').replace(',', '.').trim());
	return number > 1 || cell.includes('%') ? number / 100 : number;
}

/** Shares in whole percents, which may miss a hundred by the rounding; those that are not said share what is left. */
function evenOut(shares: readonly (number | undefined)[]): number[] | null {
	if (shares.some((share) => share !== undefined && !(share > 0 && share <= 1))) return null;
	const said = shares.reduce<number>((sum, share) => sum + (share ?? 0), 0);
	const open = shares.filter((share) => share === undefined).length;
	const left = 1 - said;
	if (open === 0 ? Math.abs(left) > 0.011 : left <= 0.001) return null;
	const all = shares.map((share) => Math.round(((share ?? left / open) / (open === 0 ? said : 1)) * 100));
	return all.every((share) => share >= 1) ? all : null;
}

/** "Remote - Texas" says the state where no column does. */
function homeOf(
	{ home }: PlaceCells,
	site: string,
): { country: string; region: string | null; city: string | null } | null {
	const said =
		/^(?:remote|remoto|home ?office|teletrabajo|work from home|wfh|virtual)\s*[-–:,/(]+\s*([\p{L} .]{2,40}?)\s*\)?$/iu.exec(
			site,
		)?.[1];
	const place = placeOf(home.country || null, home.region || said || null, home.city || null);
	return place.country === null ? null : { ...place, country: place.country };
}
