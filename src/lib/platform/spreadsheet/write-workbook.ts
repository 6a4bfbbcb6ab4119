import { utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';
import type { Cell } from './cell.ts';

/** One sheet: a line of headings and lines of cells. */
export interface Sheet {
	readonly name: string;
	readonly headings: readonly string[];
	readonly rows: readonly (readonly Cell[])[];
	/** In characters. */
	readonly widths?: readonly number[];
}

/**
 * An XLSX workbook. Texts are marked as texts, so that none is ever taken for a formula; days are days. Heavy: it runs in a
 * worker.
 */
export function writeWorkbook({ name, headings, rows, widths }: Sheet): Uint8Array {
	const sheet: WorkSheet = {
		'!ref': utils.encode_range({ s: { c: 0, r: 0 }, e: { c: headings.length - 1, r: rows.length } }),
		'!autofilter': {
			ref: utils.encode_range({ s: { c: 0, r: 0 }, e: { c: headings.length - 1, r: rows.length } }),
		},
	};
	if (widths) sheet['!cols'] = widths.map((wch) => ({ wch }));
	[headings, ...rows].forEach((row, r) =>
		row.forEach((cell, c) => {
			if (cell !== null && cell !== '') sheet[utils.encode_cell({ c, r })] = workbookCell(cell);
		}),
	);
	// Excel takes at most 31 characters for the name of a sheet, and some signs not at all.
	const sheetName =
		name
			.replace(/[\\/?*[\]:']/g, ' ')
			.slice(0, 31)
			.trim() || 'Sheet';
	const book = { SheetNames: [sheetName], Sheets: { [sheetName]: sheet } };
	return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer);
}

function workbookCell(cell: Exclude<Cell, null>): CellObject {
	if (typeof cell === 'number') return { t: 'n', v: cell };
	if (typeof cell === 'string') return { t: 's', v: asXml(cell) };
	return { t: 'n', v: serialDay(cell.day), z: 'yyyy-mm-dd' };
}

/** What XML does not allow: control characters but for tab and new line, and two that are none. */
const notXml = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu;

/** Without them, and no longer than Excel takes. */
function asXml(text: string): string {
	return text.toWellFormed().replace(notXml, '').slice(0, 32_767);
}

/** Days since the last of 1899, as Excel counts from March 1900 on. */
function serialDay(day: string): number {
	return (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
}
