import { isRemoteWord, readStatus, readWorkerType, readYesNo } from './cell-words.ts';
import { columnLetter, repeatable, type Column, type FileColumn } from './column.ts';
import { columnOf, ofAnyPlace, sensitivityOf } from './headings.ts';
import { parseDay } from './parse-day.ts';
import { plain, tidy } from './tidy.ts';

interface Guess {
	column: Column | null;
	certainty: FileColumn['certainty'];
}

const nothing: Guess = { column: null, certainty: 'unknown' };
const samplesShown = 3;
/** Rows that are looked at where cells help to tell what a column is. */
const looked = 2000;

/**
 * Guesses what each column of a table is, by its heading and, where a heading has several meanings, by its cells. Pay,
 * birth, identity numbers and the like are recognized and never guessed to be anything else.
 * @param chosen what somebody said before, by index; null leaves a column out. Without it, everything is guessed.
 */
export function recognizeColumns(
	headings: readonly string[],
	rows: readonly (readonly string[])[],
	hidden: ReadonlySet<number>,
	chosen?: readonly (Column | null)[],
): FileColumn[] {
	const width = Math.max(headings.length, ...rows.slice(0, looked).map((row) => row.length), 0);
	const indexes = Array.from({ length: width }, (_, index) => index);
	const words = indexes.map((index) => plain(headings[index] ?? ''));
	const guesses = chosen
		? indexes.map((index): Guess => ({ column: chosen[index] ?? null, certainty: 'chosen' }))
		: guessAll(words, rows, hidden);
	return indexes.map((index) => {
		const { column, certainty } = guesses[index] ?? nothing;
		return {
			index,
			letter: columnLetter(index),
			heading: tidy(headings[index] ?? ''),
			column,
			certainty,
			sensitive: sensitivityOf(words[index] ?? ''),
			hidden: hidden.has(index),
			samples: column === null ? [] : samplesOf(rows, index),
		};
	});
}

function samplesOf(rows: readonly (readonly string[])[], index: number): string[] {
	const found = new Set<string>();
	for (const row of rows) {
		const cell = tidy(row[index] ?? '');
		if (cell !== '') found.add(cell.slice(0, 60));
		if (found.size === samplesShown) break;
	}
	return [...found];
}

function guessAll(
	words: readonly string[],
	rows: readonly (readonly string[])[],
	hidden: ReadonlySet<number>,
): Guess[] {
	const some = rows.slice(0, looked);
	const cellsOf = (index: number) => some.map((row) => tidy(row[index] ?? '')).filter((cell) => cell !== '');
	const site = words.findIndex((word) => columnOf(word) === 'site');
	const guesses = words.map((word, index): Guess => {
		if (word === '' || sensitivityOf(word) !== null) return nothing;
		return byCells(byHeading(word) ?? nothing, word, cellsOf(index), () => goesWith(some, site, index));
	});
	settleRivals(guesses, words, some, hidden);
	return guesses;
}

/** A heading may carry a number, a unit, or a group's name before it: "Site 2", "Hire Date (MM/DD/YYYY)", "Manager - Name". */
function byHeading(word: string): Guess | undefined {
	const exact = columnOf(word);
	if (exact) return { column: exact, certainty: 'sure' };
	const bare = word
		.replace(
			/\b(mm dd yyyy|dd mm yyyy|yyyy mm dd|mm dd yy|required|optional|obligatorio|opcional|pflichtfeld|text|date|current|primary|main|default|y n|yes no)\b/g,
			' ',
		)
		.replace(/\b(\d{1,2}|percent)\b/g, (found) => (found === 'percent' ? ' percent ' : ' '))
		.replace(/\s+/g, ' ')
		.trim();
	const share =
		/\b(percent|share|allocation|porcentaje|anteil)\b/.test(bare) &&
		/\b(site|location|sede|standort|work|sitio)\b/.test(bare);
	if (share) return { column: 'siteShare', certainty: 'guessed' };
	for (const candidate of [
		bare,
		`${bare} date`,
		bare.replace(
			/^(employee|worker|employment|personal|hr|empl|emp|person|staff|user|legal|work contact|home contact|position|job) /,
			'',
		),
		bare.replace(/ (name|description|desc|code|value|label|text)$/, ''),
	]) {
		const found = columnOf(candidate);
		if (found) return { column: found, certainty: 'guessed' };
	}
	for (const [what, names] of Object.entries(ofAnyPlace)) {
		if (names.has(bare))
			return { column: `home${what[0]?.toUpperCase()}${what.slice(1)}` as Column, certainty: 'guessed' };
	}
	return undefined;
}

const most = (cells: readonly string[], is: (cell: string) => boolean, share = 0.8) =>
	cells.length > 0 && cells.filter(is).length >= share * cells.length;

/** Headings with two meanings are settled by what stands under them. */
function byCells(guess: Guess, word: string, cells: readonly string[], withSite: () => boolean): Guess {
	const guessed = (column: Column | null): Guess => ({ column, certainty: 'guessed' });
	const { column } = guess;
	if (column === null || cells.length === 0) return guess;
	if (
		(column === 'manager' || column === 'managerName') &&
		most(cells, (cell) => typeof readYesNo(cell) === 'boolean')
	)
		return guessed('supervisor');
	if (column === 'supervisor' && most(cells, (cell) => readYesNo(cell) === undefined))
		return guessed('manager');
	const isType = (cell: string) => typeof readWorkerType(cell) === 'string';
	const isState = (cell: string) => typeof readStatus(cell) === 'string';
	// "Employment status" of BambooHR is Full-Time, Part-Time, Terminated: a type, unless a state is said too.
	if (column === 'status' && !most(cells, isState, 0.5) && most(cells, isType)) return guessed('workerType');
	if (column === 'workerType' && !most(cells, isType, 0.5) && most(cells, isState)) return guessed('status');
	if (column === 'endedOn' && most(cells, (cell) => typeof readYesNo(cell) === 'boolean'))
		return guessed(null);
	if (column === 'hiredOn' && most(cells, (cell) => parseDay(cell) === 'broken')) return guessed(null);
	if (column === 'number' && word !== 'employee number' && most(cells, (cell) => /^\S+@\S+\.\S+$/.test(cell)))
		return guessed('email');
	if (column === 'siteShare' && most(cells, (cell) => !/\d/.test(cell))) return guessed(null);
	// "Employee" and "Worker" may hold numbers as well as names.
	if (column === 'name' && most(cells, (cell) => /^[\w-]*\d[\w-]*$/.test(cell))) return guessed('number');
	if (/^home/.test(column) && guess.certainty === 'guessed' && withSite())
		return guessed(column.replace('home', 'site') as Column);
	if (column === 'site' && most(cells, (cell) => typeof readYesNo(cell) === 'boolean' && !isRemoteWord(cell)))
		return guessed(null);
	return guess;
}

/** Whether a column says the same for everybody at a site: then it tells of the site, not of where they live. */
function goesWith(rows: readonly (readonly string[])[], site: number, index: number): boolean {
	if (site === -1) return false;
	const bySite = new Map<string, Map<string, number>>();
	for (const row of rows) {
		const place = row[site] ?? '';
		const cell = row[index] ?? '';
		if (place === '' || cell === '' || isRemoteWord(place)) continue;
		const counts = bySite.get(place) ?? new Map<string, number>();
		counts.set(cell, (counts.get(cell) ?? 0) + 1);
		bySite.set(place, counts);
	}
	let [told, same] = [0, 0];
	for (const counts of bySite.values()) {
		const all = [...counts.values()];
		const total = all.reduce((sum, count) => sum + count, 0);
		if (total < 2) continue;
		told += total;
		same += Math.max(...all);
	}
	return told > 0 && same >= 0.95 * told;
}

/** The better known of several headings for the same thing; the others are left out. */
const preferred: Partial<Record<Column, readonly string[]>> = {
	number: [
		'employee number',
		'employee id',
		'number',
		'personalnummer',
		'numero de empleado',
		'person number',
		'associate id',
		'worker id',
		'file number',
		'employee code',
		'badge',
		'eeid',
		'user id',
		'userid',
	],
	email: ['work email', 'email', 'work contact work email', 'business email'],
	hiredOn: [
		'last hire date',
		'most recent hire date',
		'latest start date',
		'hire date',
		'start date',
		'original hire date',
	],
	name: ['full name', 'legal name', 'employee name', 'name', 'worker', 'employee'],
	givenName: ['legal first name', 'first name', 'vorname', 'nombre'],
	familyName: ['legal last name', 'last name', 'nachname', 'apellidos'],
	jobTitle: [
		'job title',
		'business title',
		'job title description',
		'title',
		'position title',
		'position',
		'job',
	],
	department: [
		'department',
		'department name',
		'home department description',
		'department description',
		'departamento',
		'abteilung',
	],
	status: ['employment status', 'employee status', 'worker status', 'status'],
	workerType: ['worker type', 'employment type', 'employee type', 'worker category'],
	endedOn: ['termination date', 'end date', 'last day of work'],
	siteRegion: ['work state'],
	homeRegion: ['home state'],
};

function settleRivals(
	guesses: Guess[],
	words: readonly string[],
	rows: readonly (readonly string[])[],
	hidden: ReadonlySet<number>,
): void {
	const managers = new Set(
		guesses.flatMap(({ column }, index) =>
			column === 'managerNumber'
				? rows.map((row) => tidy(row[index] ?? '')).filter((cell) => cell !== '')
				: [],
		),
	);
	const strength = (column: Column, index: number): number => {
		const rank = preferred[column]?.indexOf(words[index] ?? '') ?? -1;
		const cells = rows.map((row) => tidy(row[index] ?? '')).filter((cell) => cell !== '');
		const filled = rows.length === 0 ? 1 : cells.length / rows.length;
		let score =
			(rank === -1 ? 0 : 30 - rank) -
			(hidden.has(index) ? 40 : 0) +
			(guesses[index]?.certainty === 'sure' ? 5 : 0);
		score -= filled === 0 ? 100 : filled < 0.2 ? 20 : 0;
		if (column === 'number') {
			const distinct = new Set(cells);
			if (cells.length > 0 && distinct.size < 0.8 * cells.length) score -= 60;
			// The number by which managers are named is the one people have.
			if (
				managers.size > 0 &&
				[...managers].filter((cell) => distinct.has(cell)).length >= 0.5 * managers.size
			)
				score += 50;
		}
		return score;
	};
	for (const column of new Set(guesses.map((guess) => guess.column))) {
		if (column === null) continue;
		const rivals = guesses.flatMap((guess, index) => (guess.column === column ? [index] : []));
		if (rivals.length < 2) continue;
		const kept = repeatable.has(column)
			? keepSites(rivals, guesses, words, rows)
			: [best(rivals, (index) => strength(column, index))];
		for (const index of rivals) if (!kept.includes(index)) guesses[index] = nothing;
		for (const index of kept) guesses[index] = { column, certainty: 'guessed' };
	}
	const has = (column: Column) => guesses.some((guess) => guess.column === column);
	// A whole name beside its parts, and a manager said thrice, would only contradict themselves.
	if (has('givenName') && has('familyName')) leaveOut(guesses, 'name');
	if (has('managerNumber'))
		for (const other of ['managerEmail', 'managerName', 'manager'] as const) leaveOut(guesses, other);
	if (has('managerEmail')) for (const other of ['managerName', 'manager'] as const) leaveOut(guesses, other);
	if (has('manager')) leaveOut(guesses, 'managerName');
}

function best(candidates: readonly number[], strength: (index: number) => number): number {
	return candidates.reduce((kept, next) => (strength(next) > strength(kept) ? next : kept));
}

/**
 * Several site columns are several sites only where they are numbered or second; "Location" beside "Office address" is one
 * place twice, and the first counts.
 */
function keepSites(
	rivals: readonly number[],
	guesses: readonly Guess[],
	words: readonly string[],
	rows: readonly (readonly string[])[],
): number[] {
	const several = (index: number) =>
		/\d|\b(second|secondary|other|segund\w|zweit\w*|additional|alternate)\b/.test(words[index] ?? '');
	const numbered = rivals.filter((index) => several(index));
	const first = best(rivals, (index) => {
		const filled = rows.filter((row) => (row[index] ?? '') !== '').length;
		return (
			(guesses[index]?.certainty === 'sure' ? 1 : 0) +
			(several(index) ? -1 : 0) +
			filled / Math.max(1, rows.length)
		);
	});
	return numbered.length > 0 ? [...new Set([first, ...numbered])].sort((a, b) => a - b) : [first];
}

function leaveOut(guesses: Guess[], column: Column): void {
	guesses.forEach((guess, index) => {
		if (guess.column === column) guesses[index] = nothing;
	});
}
