import { columnOf, ofAnyPlace, sensitivityOf } from './headings.ts';
import type { Line } from './read-delimited.ts';
import { plain, tidy } from './tidy.ts';

export interface Table {
	/** The line of the headings. */
	readonly headingLine: number;
	readonly headings: readonly string[];
	readonly lines: readonly Line[];
	/** How many headings are known: by it the likely sheet is found. */
	readonly known: number;
}

/** Titles and notes may stand above the headings, but not a whole page of them. */
const lookedAt = 60;

/** What a heading is worth: known ones the most, long sentences and days nothing. */
function isKnown(cell: string): boolean {
	if (cell === '' || cell.length > 80) return false;
	const word = plain(cell);
	if (word === '') return false;
	return (
		columnOf(word) !== undefined ||
		sensitivityOf(word) !== null ||
		Object.values(ofAnyPlace).some((names) => names.has(word))
	);
}

/**
 * Finds the headings: the line with the most headings that we know, among the first ones; of several alike the first.
 * Without any that we know, the first line with the most cells: somebody will say what they mean.
 */
export function findTable(lines: readonly Line[]): Table | null {
	const candidates = lines.slice(0, lookedAt).map((line, at) => {
		const cells = line.cells.map((cell) => tidy(cell)).filter((cell) => cell !== '');
		const known = new Set(cells.filter(isKnown).map((cell) => plain(cell))).size;
		return { at, line, known, filled: cells.length };
	});
	const most = Math.max(0, ...candidates.map(({ known }) => known));
	const widest = Math.max(0, ...candidates.map(({ filled }) => filled));
	if (widest === 0) return null;
	const head =
		most >= 2 || (most === 1 && widest <= 2)
			? candidates.find(({ known }) => known === most)
			: candidates.find(({ filled }) => filled === widest);
	if (!head) return null;
	return {
		headingLine: head.line.line,
		headings: head.line.cells.map((cell) => tidy(cell)),
		lines: lines.slice(head.at + 1),
		known: head.known,
	};
}

export type Skipped = 'total' | 'heading' | 'note';

const total =
	/^(?:(?:grand|sub|report|overall)[ -]?)?(?:totals?|totales|gesamt(?:summe|anzahl)?|summe|suma(?: total)?|count|recuento|conteo|anzahl|somme|average|promedio)(?: (?:general|général|generales|employees?|records?|rows?|people|headcount|count|de empleados|empleados|de registros|registros|personas|mitarbeiter))?\s*(?:[:=#-]\s*[\d.,\s]*|\(?\d[\d.,]*\)?)?$/i;
const counted =
	/^(?:(?:number|no|num|nr)\.? of |(?:número|numero|cantidad|total) de )?(?:records?|employees?|rows?|people|headcount|workers?|empleados|registros|personas|mitarbeiter|filas)(?: (?:count|total|listed|exported|returned))?\s*[:=]\s*[\d.,]+$/i;
const trailing =
	/^[\d.,]+ (?:records?|employees?|rows?|people|workers?|empleados|registros|personas|mitarbeiter|filas)\b.{0,30}$/i;
const note =
	/^(?:report|page|generated|printed|run|created|exported|as of|confidential|filters?|source|prepared|effective|data as|end of|\*+|©|copyright|note|notes|informe|página|generado|exportado|confidencial|fecha de (?:generación|impresión|exportación)|nota|fin del|seite|erstellt|stand|vertraulich|ende|hinweis)\b/i;

/**
 * Whether a line of the table is no person: the headings again (on every printed page, or as labels under system
 * keys), a total, or a note under the table.
 * @param cells tidied @param identity the columns of number and names
 */
export function skippedAs(
	cells: readonly string[],
	headings: readonly string[],
	identity: readonly number[],
): Skipped | null {
	const filled = cells.flatMap((cell, index) => (cell === '' ? [] : [index]));
	const [first] = filled;
	if (first === undefined) return null;
	const opening = cells[first] ?? '';
	if (filled.length > 1 && repeatsHeadings(cells, headings, filled, identity)) return 'heading';
	const isTotal = (cell: string) => total.test(cell) || counted.test(cell) || trailing.test(cell);
	if (isTotal(opening)) {
		const persons = identity.filter(
			(index) => index !== first && (cells[index] ?? '') !== '' && !/^[\d.,]+$/.test(cells[index] ?? ''),
		);
		if (persons.length === 0) return 'total';
	}
	if (filled.length === 1 && headings.length > 2) {
		if (note.test(opening) || opening.length > 60 || /^[\p{L} ]{3,30}: /u.test(opening)) return 'note';
		if (!identity.includes(first) && /\s/.test(opening)) return 'note';
	}
	return null;
}

function repeatsHeadings(
	cells: readonly string[],
	headings: readonly string[],
	filled: readonly number[],
	identity: readonly number[],
): boolean {
	const isSame = (index: number) => {
		const [cell, heading] = [plain(cells[index] ?? ''), plain(headings[index] ?? '')];
		if (heading === '') return false;
		return cell === heading || (columnOf(cell) !== undefined && columnOf(cell) === columnOf(heading));
	};
	const same = filled.filter(isSame);
	// "Active" and "Remote" are headings and cells: a line repeats the headings where its number or name does.
	if (identity.length > 0 && !same.some((index) => identity.includes(index))) return false;
	return same.length >= 2 && same.length >= 0.5 * filled.length;
}
