import { read, SSF, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import type { Line } from './read-delimited.ts';

export interface Sheet {
	readonly name: string;
	readonly hidden: boolean;
	readonly lines: readonly Line[];
	readonly hiddenColumns: readonly number[];
	/** Lines with a stray quotation mark; only text has them. */
	readonly strayQuotes: readonly number[];
	/** Text of which some letters were lost before it reached us stands as it is; its separator, if it is text. */
	readonly separator: string | null;
	/** More columns or lines than are read. */
	readonly cut: 'columns' | 'lines' | null;
}

export const mostLines = 100_000;
export const mostColumns = 400;

/** Reads what Excel and its kin write: XLSX, XLSM, XLSB, ODS, BIFF, SpreadsheetML and HTML tables. Formulas and macros are not run. */
export function readWorkbook(bytes: Uint8Array): Sheet[] {
	const book = read(bytes, {
		type: 'array',
		dense: true,
		raw: true,
		cellFormula: false,
		cellHTML: false,
		cellText: false,
		cellNF: true,
		cellStyles: true,
		bookVBA: false,
		bookDeps: false,
		sheetRows: mostLines + 50,
	});
	return book.SheetNames.map((name, index) => readSheet(book, name, index));
}

function readSheet(book: WorkBook, name: string, index: number): Sheet {
	const sheet = book.Sheets[name] as (WorkSheet & { '!data'?: (CellObject | undefined)[][] }) | undefined;
	const rows = sheet?.['!data'] ?? [];
	const in1904 = book.Workbook?.WBProps?.date1904 ?? false;
	const lines: Line[] = [];
	let cut: Sheet['cut'] = null;
	rows.forEach((row, at) => {
		if (lines.length >= mostLines) {
			cut = 'lines';
			return;
		}
		const cells: string[] = [];
		row.forEach((cell, column) => {
			if (!cell) return;
			const text = textOf(cell, in1904);
			if (text === '') return;
			if (column >= mostColumns) cut ??= 'columns';
			else cells[column] = text;
		});
		for (let column = 0; column < cells.length; column += 1) cells[column] ??= '';
		lines.push({ line: at + 1, cells });
	});
	fillMerged(sheet, lines);
	const state = book.Workbook?.Sheets?.[index]?.Hidden ?? 0;
	const hiddenColumns = (sheet?.['!cols'] ?? []).flatMap((column, at) => (column?.hidden ? [at] : []));
	return { name, hidden: state !== 0, lines, hiddenColumns, strayQuotes: [], separator: null, cut };
}

/** A cell that spans several lines says the same for each of them. */
function fillMerged(sheet: WorkSheet | undefined, lines: readonly Line[]): void {
	const byLine = new Map(lines.map((line) => [line.line - 1, line.cells as string[]]));
	for (const { s, e } of (sheet?.['!merges'] ?? []).slice(0, 20_000)) {
		const value = byLine.get(s.r)?.[s.c] ?? '';
		if (value === '' || e.r - s.r > mostLines || s.c >= mostColumns) continue;
		for (let row = s.r + 1; row <= e.r; row += 1) {
			const cells = byLine.get(row);
			if (!cells) continue;
			while (cells.length <= s.c) cells.push('');
			cells[s.c] ||= value;
		}
	}
}

/** What a person sees in the cell, without the roundings of its format; days as `YYYY-MM-DD`. */
function textOf(cell: CellObject, in1904: boolean): string {
	const { t, v, z } = cell;
	if (v === undefined || v === null || t === 'z') return '';
	if (t === 'e') return '#N/A';
	if (t === 'b') return v ? 'TRUE' : 'FALSE';
	if (v instanceof Date) return v.toISOString().slice(0, 10);
	if (typeof v !== 'number') return String(v);
	const format = typeof z === 'string' ? z : undefined;
	if (format !== undefined && format !== 'General') {
		if (v >= 1 && SSF.is_date(format)) return dayOfCell(v, in1904) ?? String(v);
		if (/^"?[A-Z-]*"?0{2,}(-?0+)*$/i.test(format) || format.endsWith('%')) return SSF.format(format, v);
	}
	// Fifteen digits are all that a spreadsheet keeps: what is longer has lost its end already.
	return Math.abs(v) >= 1e15 ? v.toExponential() : String(v);
}

function dayOfCell(serial: number, in1904: boolean): string | null {
	const date = SSF.parse_date_code(serial, { date1904: in1904 }) as {
		y: number;
		m: number;
		d: number;
	} | null;
	if (!date || date.y < 1000) return null;
	return `${date.y}-${String(date.m).padStart(2, '0')}-${String(date.d).padStart(2, '0')}`;
}
