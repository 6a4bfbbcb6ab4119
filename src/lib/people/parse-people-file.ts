import { parse } from 'csv-parse/sync';
import * as v from 'valibot';
import type { Locale } from '../platform/context.ts';
import { parseDay } from './parse-day.ts';
import {
	emailSchema,
	type Column,
	type FileProblem,
	type ParsedFile,
	type PersonRow,
	type RowProblem,
} from './person.ts';

/** The headings we recognize, in lower case without punctuation, in both languages. */
const headings: Record<Column, readonly string[]> = {
	number: ['number', 'employee number', 'employee id', 'id', 'badge', 'numero', 'numero de empleado', 'no'],
	givenName: ['first name', 'given name', 'legal first name', 'nombre', 'nombres'],
	familyName: ['last name', 'family name', 'surname', 'legal last name', 'apellido', 'apellidos'],
	name: ['name', 'full name', 'employee name', 'nombre completo', 'nombre y apellido'],
	email: ['email', 'e mail', 'work email', 'email address', 'correo', 'correo electronico'],
	managerNumber: [
		'manager',
		'manager number',
		'manager id',
		'supervisor id',
		'jefe',
		'numero del jefe',
		'supervisor',
	],
	department: ['department', 'departamento', 'team', 'equipo'],
	site: ['site', 'location', 'work location', 'sede', 'lugar', 'centro'],
	language: ['language', 'preferred language', 'idioma', 'lengua'],
	hiredOn: ['hire date', 'hired', 'start date', 'fecha de contratacion', 'fecha de ingreso', 'ingreso'],
};

const languages = new Map<string, Locale>(
	Object.entries({
		en: 'en',
		english: 'en',
		ingles: 'en',
		'en us': 'en',
		es: 'es',
		spanish: 'es',
		espanol: 'es',
		'es us': 'es',
	}),
);

/**
 * Reads one spreadsheet of people, saved as CSV: any of comma, semicolon or tab, UTF-8 or Windows-1252, headings
 * in English or Spanish. Pure: the same bytes give the same answer. Cells of columns that are not listed in
 * `columns` are dropped here and reach nothing else.
 * @returns the people and what was wrong by line, or why the file as a whole cannot be read
 */
export function parsePeopleFile(bytes: Uint8Array): ParsedFile | FileProblem {
	let lines: number[];
	let records: string[][];
	try {
		const text = decode(bytes);
		const read = parse(text, { ...format, delimiter: separatorOf(text) }) as string[][];
		lines = lineNumbers(read);
		records = read.map((record) => record.map(tidy));
	} catch {
		return 'not_csv';
	}
	const head = records.findIndex((record) => record.some((cell) => cell !== ''));
	if (head === -1) return 'empty';
	const found = mapHeadings(records[head] ?? []);
	if (!found.has('number')) return 'no_number_column';
	if (!found.has('name') && !(found.has('givenName') && found.has('familyName'))) return 'no_name_column';

	const rows: PersonRow[] = [];
	const problems: RowProblem[] = [];
	const lineOfNumber = new Map<string, number>();
	const lineOfEmail = new Map<string, number>();
	records.slice(head + 1).forEach((record, index) => {
		if (record.every((cell) => cell === '')) return;
		const line = lines[head + 1 + index] ?? 0;
		const cell = (column: Column) => record[found.get(column) ?? -1] ?? '';
		const problem = (column: Column, reason: RowProblem['reason'], holdsBack = false) =>
			problems.push({ line, column, reason, holdsBack });

		const number = cell('number');
		const [givenName, familyName] = namesOf(cell('givenName'), cell('familyName'), cell('name'));
		if (number === '') return problem('number', 'number_missing', true);
		if (givenName === '' && familyName === '') return problem('name', 'name_missing', true);
		if (lineOfNumber.has(number)) return problem('number', 'number_twice', true);
		lineOfNumber.set(number, line);

		let email: string | null = cell('email') || null;
		if (email !== null) {
			const parsed = v.safeParse(emailSchema, email);
			if (!parsed.success) problem('email', 'email_broken');
			else if (lineOfEmail.has(parsed.output)) problem('email', 'email_twice');
			email = parsed.success && !lineOfEmail.has(parsed.output) ? parsed.output : null;
			if (email) lineOfEmail.set(email, line);
		}
		const language = languages.get(plain(cell('language'))) ?? null;
		if (language === null && cell('language') !== '') problem('language', 'language_unknown');
		const hired = parseDay(cell('hiredOn'));
		if (hired === 'broken' || hired === 'ambiguous') problem('hiredOn', `date_${hired}`);
		const managerNumber = cell('managerNumber') || null;
		if (managerNumber === number) problem('managerNumber', 'manager_self');
		rows.push({
			line,
			number,
			givenName,
			familyName,
			email,
			managerNumber: managerNumber === number ? null : managerNumber,
			department: cell('department') || null,
			site: cell('site') || null,
			language,
			hiredOn: typeof hired === 'object' ? (hired?.iso ?? null) : null,
		});
	});
	if (rows.length === 0 && problems.length === 0) return 'empty';
	const read = new Set(found.values());
	const unread = (records[head] ?? []).filter((heading, index) => heading !== '' && !read.has(index));
	return { rows, problems, unread };
}

/** UTF-8 if it is valid UTF-8; else what Excel on Windows writes. */
function decode(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}

const format = { bom: true, relax_column_count: true, skip_empty_lines: false, trim: true };
const separators = [',', ';', '\t'] as const;

/** The separator under which most headings are known: a comma inside a cell of a file of semicolons separates nothing. */
function separatorOf(text: string): string {
	const known = (delimiter: string) => {
		try {
			const first = {
				...format,
				delimiter,
				skip_empty_lines: true,
				skip_records_with_empty_values: true,
				to: 1,
			};
			return mapHeadings((parse(text, first) as string[][])[0]?.map(tidy) ?? []).size;
		} catch {
			return 0; // quotes that only make sense under another separator
		}
	};
	const counts = separators.map((separator) => ({ separator, known: known(separator) }));
	return counts.reduce((best, next) => (next.known > best.known ? next : best)).separator;
}

/** A cell as it may be stored: one line, no control characters, whole signs, not endless. */
function tidy(cell: string): string {
	const line = cell
		.normalize('NFC')
		.toWellFormed()
		.replace(/[\p{Cc}\s]+/gu, ' ')
		.trim();
	return line.length <= 200 ? line : [...line].slice(0, 200).join('').trim();
}

function mapHeadings(cells: readonly string[]): Map<Column, number> {
	const found = new Map<Column, number>();
	cells.forEach((cell, index) => {
		const heading = plain(cell);
		for (const [column, names] of Object.entries(headings) as [Column, readonly string[]][]) {
			if (!found.has(column) && names.includes(heading)) found.set(column, index);
		}
	});
	return found;
}

/** Lower case, without accents or punctuation, single spaces. */
function plain(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/** One name column is split at its last space, or at the comma of "Okafor, Priya". */
function namesOf(given: string, family: string, whole: string): [string, string] {
	if (given !== '' || family !== '') return [given, family];
	const [before, after] = whole.split(/\s*,\s*/, 2);
	if (after !== undefined) return [after, before ?? ''];
	const space = whole.lastIndexOf(' ');
	return space === -1 ? [whole, ''] : [whole.slice(0, space), whole.slice(space + 1)];
}

/** The line each record starts on: a quoted cell may hold line breaks. */
function lineNumbers(records: readonly string[][]): number[] {
	let line = 1;
	return records.map((record) => {
		const start = line;
		line += 1 + record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
		return start;
	});
}
