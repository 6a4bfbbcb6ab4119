import type { Cell } from './cell.ts';

/** Tells Excel that the file is UTF-8. It stands before the first line and nowhere else. */
export const byteOrderMark = '\uFEFF';

/**
 * What spreadsheets take for the beginning of a formula, also in full width, and the white space that they skip before
 * one. Source: OWASP, "CSV Injection", https://owasp.org/www-community/attacks/CSV_Injection.
 */
const formula = /^[\s\u200B\u2060\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

/**
 * Lines of a CSV file after RFC 4180: commas, CRLF, quotes where they are needed. A text that a spreadsheet would run as a
 * formula begins with an apostrophe, which shows it as text; whoever reads the file by program takes it off again.
 */
export function writeCsv(rows: readonly (readonly Cell[])[]): string {
	let lines = '';
	for (const row of rows) {
		for (let column = 0; column < row.length; column += 1) {
			lines += `${column > 0 ? ',' : ''}${csvCell(row[column] ?? null)}`;
		}
		lines += '\r\n';
	}
	return lines;
}

function csvCell(cell: Cell): string {
	if (cell === null) return '';
	if (typeof cell === 'number') return String(cell);
	if (typeof cell === 'object') return cell.day;
	const text = formula.test(cell) ? `'${cell}` : cell;
	return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
