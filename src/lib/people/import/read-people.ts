import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { emailSchema } from '../person.ts';
import { readLanguage, readStatus, readWorkerType, readYesNo } from './cell-words.ts';
import {
	dayColumns,
	isDayColumn,
	type Column,
	type DayColumn,
	type DayOrder,
	type FileColumn,
} from './column.ts';
import { rowProblem } from './row-problem.ts';
import { findTable, skippedAs, type Table } from './find-table.ts';
import { gatherRows, type ReadRow } from './gather-rows.ts';
import { orderShown, parseDay } from './parse-day.ts';
import type {
	DayQuestion,
	ManagerMention,
	PeopleFile,
	PersonRow,
	ProblemReason,
	RowProblem,
} from './person-row.ts';
import { placeOf } from './place-words.ts';
import { readNames } from './read-names.ts';
import { readPlaces } from './read-places.ts';
import { readSheets, type FileProblem } from './read-sheets.ts';
import type { Sheet } from './read-workbook.ts';
import { recognizeColumns } from './recognize-columns.ts';
import { likelySystem } from './systems.ts';
import { plain, tidy } from './tidy.ts';

/** How a file is to be read. */
export interface Reading {
	readonly bytes: Uint8Array;
	/** The day on which it is read, as `YYYY-MM-DD`. */
	readonly today: string;
	/** Which sheet; without it the one that looks like people. */
	readonly sheet?: number;
	/** What each column is, by index, as somebody said it. Without it, it is guessed. */
	readonly mapping?: readonly (Column | null)[];
	/** Mappings that the organization chose before, by the digest of the headings. */
	readonly remembered?: Readonly<Record<string, readonly (Column | null)[]>>;
	/** Answers to the questions for day and month, by the column's index. */
	readonly orders?: Readonly<Record<number, DayOrder>>;
}

/** Placeholders for a manager that nobody is. */
const nobody =
	/^(?:no[_ ]?(?:manager|mgr|supervisor)|none|n\/?a|nobody|vacant|tbd|unassigned|not assigned|0+|-+|ninguno|ninguna|sin jefe|sin asignar|vacante|keiner|keine|unbesetzt|aucun)$/i;
const errorCell = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|####*)$/i;
/** What spreadsheets make of a long number. */
const scientific = /^\d(?:[.,]\d+)?e\+?\d+$/i;

/**
 * Reads a spreadsheet of people as HR systems export them: finds sheet, headings and columns, reads every line, and says
 * by line and column what could not be read. Pure: the same bytes, day and answers give the same result. Cells of columns
 * that are not mapped are dropped here and reach nothing else.
 *
 * A line without number or name, or whose number different people have, is held back, all of them. Anything else that is
 * wrong costs one fact.
 */
export function readPeople(reading: Reading): PeopleFile | FileProblem {
	const sheets = readSheets(reading.bytes);
	if (typeof sheets === 'string') return sheets;
	const tables = sheets.map(({ lines }) => findTable(lines));
	const chosen =
		reading.sheet !== undefined && tables[reading.sheet] ? reading.sheet : likeliest(sheets, tables);
	const [sheet, table] = [sheets[chosen], tables[chosen]];
	if (!sheet || !table) return 'empty';
	const words = table.headings.map((heading) => plain(heading));
	const headingsHash = createHash('sha256').update(JSON.stringify(words)).digest('hex');
	const mapping = reading.mapping ?? reading.remembered?.[headingsHash];
	const cells = table.lines.map((line) => line.cells);
	const columns = recognizeColumns(table.headings, cells, new Set(sheet.hiddenColumns), mapping);
	const read = readTable(table, sheet, columns, reading);
	return {
		sheets: sheets.map(({ name, hidden, lines }) => ({ name, hidden, lines: lines.length })),
		sheet: chosen,
		system: likelySystem(words),
		headingLine: table.headingLine,
		headingsHash,
		columns,
		cut: sheet.cut,
		...read,
	};
}

/** The sheet with the most headings we know, and of those the one with the most lines; a hidden one last. */
function likeliest(sheets: readonly Sheet[], tables: readonly (Table | null)[]): number {
	const worth = (index: number) => {
		const table = tables[index];
		if (!table || table.lines.length === 0) return table ? 0 : -1;
		return (
			Math.min(table.known, 12) * 1e6 + Math.min(table.lines.length, 9e5) - (sheets[index]?.hidden ? 6e6 : 0)
		);
	};
	return sheets.reduce((best, _, index) => (worth(index) > worth(best) ? index : best), 0);
}

function readTable(table: Table, sheet: Sheet, columns: readonly FileColumn[], reading: Reading) {
	const at = (column: Column) => columns.find((one) => one.column === column)?.index ?? -1;
	const all = (column: Column) => columns.filter((one) => one.column === column).map(({ index }) => index);
	const missing: ('number' | 'name')[] = [];
	if (at('number') === -1) missing.push('number');
	if (at('name') === -1 && at('givenName') === -1 && at('familyName') === -1) missing.push('name');
	const problems: RowProblem[] = [];
	const skipped: PeopleFile['skipped'][number][] = [];
	const questions = new DayQuestions(columns, reading.orders ?? {});
	if (missing.length > 0)
		return { missing, rows: [], sites: [], heldNumbers: [], problems, questions: [], skipped };

	const identity = [...all('number'), ...all('name'), ...all('givenName'), ...all('familyName')];
	const width = table.headings.findLastIndex((heading) => heading !== '') + 1;
	const mapped = columns.filter(({ column }) => column !== null);
	const place = { sites: all('site'), shares: all('siteShare') };
	const found: ReadRow[] = [];
	const stray = new Set(sheet.strayQuotes);
	const people = new Set<number>();
	const numbers = new Set<string>();
	for (const { line, cells } of table.lines) {
		if (cells.every((cell) => cell.trim() === '')) continue;
		const tidied: string[] = [];
		for (const { index } of mapped) tidied[index] = unwrap(tidy(cells[index] ?? ''));
		const problem = (
			column: Column | null,
			reason: ProblemReason,
			holdsBack = false,
			value: string | null = null,
		) => problems.push(rowProblem(columns, line, column, reason, { holdsBack, value }));
		const whole = cells.map((cell) => tidy(cell.slice(0, 400)));
		const why = skippedAs(whole, table.headings, identity);
		if (why) {
			skipped.push({ line, why });
			continue;
		}
		people.add(line);
		numbers.add(readNumber(tidied[at('number')] ?? ''));
		if (sheet.separator !== null && cells.slice(width).some((cell) => cell.trim() !== '')) {
			problem(null, 'too_many_cells', true);
			continue;
		}
		for (const { index, column } of mapped) {
			const cell = tidied[index] ?? '';
			if (cell === '') continue;
			if (errorCell.test(cell)) {
				tidied[index] = '';
				problem(column, 'cell_error', false, cell);
			} else if (cell.includes('\uFFFD')) problem(column, 'letters_lost', false, cell);
		}
		const row = readRow({
			line,
			cell: (column) => tidied[at(column)] ?? '',
			cells: tidied,
			place,
			today: reading.today,
			questions,
			problem,
		});
		if (row) found.push(row);
	}
	for (const line of stray)
		if (people.has(line)) problems.push(rowProblem(columns, line, null, 'quote_stray'));
	const { rows, sites } = gatherRows(found, (line, column, reason, holdsBack, value) =>
		problems.push(rowProblem(columns, line, column, reason, { holdsBack, value })),
	);
	problems.sort((a, b) => a.line - b.line);
	const there = new Set(rows.map(({ number }) => number));
	const heldNumbers = [...numbers].filter((number) => !there.has(number));
	return { missing, rows, sites, heldNumbers, problems, questions: questions.asked(), skipped };
}

/** `="00123"` and `'00123` are how spreadsheets are told to keep zeros. */
const unwrap = (cell: string) => /^="(.*)"$/.exec(cell)?.[1] ?? (/^'\d+$/.test(cell) ? cell.slice(1) : cell);

/** A number that was stored as one: `1001.0` is 1001. Zeros before it are kept. */
const readNumber = (cell: string) => cell.replace(/^(\d+)\.0+$/, '$1');

interface Cells {
	readonly line: number;
	readonly cell: (column: Column) => string;
	readonly cells: readonly string[];
	readonly place: { readonly sites: readonly number[]; readonly shares: readonly number[] };
	readonly today: string;
	readonly questions: DayQuestions;
	readonly problem: (
		column: Column | null,
		reason: ProblemReason,
		holdsBack?: boolean,
		value?: string | null,
	) => void;
}

/** @returns null where the line is held back */
function readRow({ line, cell, cells, place, today, questions, problem }: Cells): ReadRow | null {
	const number = readNumber(cell('number'));
	const [givenName, familyName] = readNames(
		cell('givenName'),
		cell('familyName'),
		cell('secondFamilyName'),
		cell('name'),
	);
	if (number === '') problem('number', 'number_missing', true);
	else if (scientific.test(number)) problem('number', 'number_cut', true, number);
	if (givenName === '' && familyName === '') problem('name', 'name_missing', true);
	if (number === '' || scientific.test(number) || (givenName === '' && familyName === '')) return null;

	/** A cell of known words; what is unknown costs the fact. */
	const known = <Meaning>(
		column: Column,
		read: (cell: string) => Meaning | null | undefined,
		reason: ProblemReason,
	): Meaning | null => {
		const meaning = read(cell(column));
		if (meaning === undefined) problem(column, reason, false, cell(column));
		return meaning ?? null;
	};
	const days = readDays({ line, cell, questions, problem });
	const status = known('status', readStatus, 'status_unknown');
	if (
		status === 'active' &&
		days.endedOn !== null &&
		days.endedOn <= today &&
		(days.rehiredOn ?? '') < days.endedOn
	) {
		problem('endedOn', 'active_but_ended', false, cell('endedOn'));
		days.endedOn = null;
	}
	const { places, fault } = readPlaces({
		sites: place.sites.map((index) => cells[index] ?? ''),
		shares: place.shares.map((index) => cells[index] ?? ''),
		remote: cell('remote'),
		home: { country: cell('homeCountry'), region: cell('homeRegion'), city: cell('homeCity') },
	});
	if (fault)
		problem(
			fault === 'remote_unknown' ? 'remote' : fault === 'share_broken' ? 'siteShare' : 'homeRegion',
			fault,
			false,
			fault === 'remote_unknown' ? cell('remote') : null,
		);
	const manager = readManager(cell);
	if (manager?.by === 'number' && manager.value === number)
		problem('managerNumber', 'manager_self', false, manager.value);
	const { leaveUntil, ...dated } = days;
	// Who is on leave until Friday is back the day after.
	dated.backOn ??= leaveUntil === null ? null : dayAfter(leaveUntil);
	const row: PersonRow = {
		line,
		number,
		givenName,
		familyName,
		preferredName: cell('preferredName') || null,
		email: readEmail(cell('email'), () => problem('email', 'email_broken', false, cell('email'))),
		jobTitle: cell('jobTitle') || null,
		supervisor: known('supervisor', readYesNo, 'supervisor_unknown'),
		manager: manager?.by === 'number' && manager.value === number ? null : manager,
		department: cell('department') || null,
		places,
		workerType: known('workerType', readWorkerType, 'worker_type_unknown'),
		language: known('language', readLanguage, 'language_unknown'),
		...dated,
		status,
	};
	const sited = places?.length === 1 && places[0] && 'site' in places[0] ? places[0].site : null;
	return {
		row,
		site:
			sited === null
				? null
				: {
						name: sited,
						...placeOf(cell('siteCountry') || null, cell('siteRegion') || null, cell('siteCity') || null),
						industry: cell('siteIndustry') || null,
					},
	};
}

const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

function readEmail(cell: string, broken: () => void): string | null {
	if (cell === '' || /^(n\/?a|none|no email|-+|sin correo|ninguno|keine)$/i.test(cell)) return null;
	const bare = (/<([^<>]+)>$/.exec(cell)?.[1] ?? cell).replace(/^mailto:/i, '');
	const parsed = v.safeParse(emailSchema, bare);
	if (parsed.success) return parsed.output;
	broken();
	return null;
}

function readManager(cell: (column: Column) => string): ManagerMention | null {
	const numbered = readNumber(cell('managerNumber'));
	if (numbered !== '') return nobody.test(numbered) ? null : { by: 'number', value: numbered };
	const address = cell('managerEmail').toLowerCase();
	if (address !== '')
		return nobody.test(address)
			? null
			: { by: 'email', value: (/<([^<>]+)>$/.exec(address)?.[1] ?? address).replace(/^mailto:/, '') };
	const mentioned = cell('managerName') || cell('manager');
	if (mentioned === '' || nobody.test(mentioned)) return null;
	if (/^\S+@\S+\.\S+$/.test(mentioned)) return { by: 'email', value: mentioned.toLowerCase() };
	// "Okafor, Ben (1002)" and "Ben Okafor - 1002", as Workday and others write it.
	const inside = /^.+[([]\s*(?:id:?\s*)?([\w-]*\d[\w-]*)\s*[)\]]$/i.exec(mentioned)?.[1];
	if (inside !== undefined && cell('managerName') === '') return { by: 'number', value: inside };
	const isNumber = /^[\w./-]*\d[\w./-]*$/.test(mentioned);
	return isNumber ? { by: 'number', value: readNumber(mentioned) } : { by: 'name', value: mentioned };
}

function readDays({
	line,
	cell,
	questions,
	problem,
}: Pick<Cells, 'line' | 'cell' | 'questions' | 'problem'>): Record<DayColumn, string | null> {
	const days: Record<DayColumn, string | null> = {
		hiredOn: null,
		rehiredOn: null,
		endedOn: null,
		leaveFrom: null,
		leaveUntil: null,
		backOn: null,
	};
	for (const column of dayColumns) {
		const text = cell(column);
		if (text === '') continue;
		const day = questions.read(column, line, text);
		if (day === 'broken') problem(column, 'date_broken', false, text);
		else if (day === 'contradicts') problem(column, 'date_contradicts', false, text);
		else if (day !== null && 'monthFirst' in day) problem(column, 'date_ambiguous', false, text);
		else days[column] = day?.iso ?? null;
	}
	const before = (first: string | null, second: string | null) =>
		first !== null && second !== null && first < second;
	const open = (column: DayColumn, reason: ProblemReason) => {
		problem(column, reason, false, cell(column));
		days[column] = null;
	};
	if (before(days.rehiredOn, days.hiredOn)) open('rehiredOn', 'rehire_before_hire');
	if (before(days.endedOn, days.hiredOn) && days.rehiredOn === null) open('endedOn', 'end_before_hire');
	if (before(days.leaveUntil, days.leaveFrom)) open('leaveUntil', 'leave_ends_before');
	if (before(days.backOn, days.leaveFrom)) open('backOn', 'leave_ends_before');
	return days;
}

/** Collects, a column, what can be read both ways. */
class DayQuestions {
	readonly #byColumn = new Map<
		DayColumn,
		{ -readonly [Key in keyof DayQuestion]: DayQuestion[Key] } & { cells: DayQuestion['cells'][number][] }
	>();
	constructor(columns: readonly FileColumn[], orders: Readonly<Record<number, DayOrder>>) {
		for (const { index, letter, heading, column } of columns) {
			if (!isDayColumn(column)) continue;
			this.#byColumn.set(column, {
				index,
				letter,
				heading,
				column,
				cells: [],
				ambiguous: 0,
				monthFirst: 0,
				dayFirst: 0,
				answer: orders[index] ?? null,
			});
		}
	}
	read(column: DayColumn, line: number, text: string): ReturnType<typeof parseDay> {
		const question = this.#byColumn.get(column);
		const day = parseDay(text);
		if (!question || day === null || day === 'broken' || day === 'contradicts') return day;
		const shown = orderShown(text);
		if (shown === 'month_first') question.monthFirst += 1;
		if (shown === 'day_first') question.dayFirst += 1;
		if ('monthFirst' in day) {
			question.ambiguous += 1;
			if (question.cells.length < 3) question.cells.push({ line, text: text.slice(0, 40), ...day });
		}
		return question.answer ? parseDay(text, question.answer) : day;
	}
	asked(): DayQuestion[] {
		return [...this.#byColumn.values()].filter(({ ambiguous }) => ambiguous > 0);
	}
}
