import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePeopleFile } from './parse-people-file.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const runs = process.env.UPSTANDER_FULL ? 5000 : 150;

/** What every answer of the reader must be, whatever the file: something that can be stored and shown. */
function expectSound(file: Uint8Array): void {
	const parsed = parsePeopleFile(file);
	if (typeof parsed === 'string') {
		expect(['empty', 'no_number_column', 'no_name_column', 'not_csv']).toContain(parsed);
		return;
	}
	expect(structuredClone(parsed)).toEqual(parsed);
	const numbers = parsed.rows.map(({ number }) => number);
	expect(new Set(numbers).size).toBe(numbers.length);
	for (const row of parsed.rows) {
		expect(row.number).not.toBe('');
		expect(row.givenName + row.familyName).not.toBe('');
		for (const cell of Object.values(row)) {
			if (typeof cell !== 'string') continue;
			expect(cell.isWellFormed(), JSON.stringify(cell)).toBe(true);
			expect(cell).not.toMatch(/\p{Cc}/u);
			expect(cell).toBe(cell.trim());
			expect([...cell].length).toBeLessThanOrEqual(254);
		}
		expect([null, 'en', 'es']).toContain(row.language);
		expect(row.hiredOn ?? '2024-01-01').toMatch(/^\d{4}-\d\d-\d\d$/);
	}
	const lines = [...parsed.rows, ...parsed.problems].map(({ line }) => line);
	expect(lines.every((line) => Number.isInteger(line) && line > 0)).toBe(true);
}

describe('a file of people that is none', () => {
	it.each([
		['nothing', '', 'empty'],
		['blank lines', '\n\n , ,\n', 'empty'],
		['headings alone', 'Number,Name\n', 'empty'],
		['no numbers', 'Name,E-mail\nAna,a@example.org\n', 'no_number_column'],
		['no names', 'Number,E-mail\n1,a@example.org\n', 'no_name_column'],
		['half a name', 'Number,First name\n1,Ana\n', 'no_name_column'],
		['people without headings', '1,Ana Morales\n2,Ben Okafor\n', 'no_number_column'],
		['a quote that never ends', 'Number,Name\n1,"Ana\n2,Ben\n', 'not_csv'],
		['a page', '<!doctype html><html><body>Hello</body></html>', 'no_number_column'],
	])('because it holds %s, is refused as a whole', (_, text, reason) => {
		expect(parsePeopleFile(bytes(text))).toBe(reason);
	});

	it('because it is a spreadsheet or a picture by another name, is refused as a whole', () => {
		const zip = Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 8, 8, 8, 0, 0x22, 10, 0xff, 0x2c, 0, 0x80]);
		expect(['no_number_column', 'not_csv']).toContain(parsePeopleFile(zip));
	});
});

describe('an odd file of people', () => {
	it('never breaks the reader, whatever its bytes', () => {
		const head = fc.constantFrom(
			'',
			'Number,Name,E-mail,Manager,Language,Hired\n',
			'Número;Nombre completo;Idioma\r\n',
		);
		const cell = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 8 }),
			fc.constantFrom(
				'"',
				'""',
				'\n',
				'\r\n',
				',',
				';',
				'\t',
				'\0',
				'=1+1',
				'😀',
				'2024-01-01',
				'constructor',
				'es',
				'a@b.co',
			),
		);
		const text = fc
			.tuple(head, fc.array(cell, { maxLength: 40 }))
			.map(([first, cells]) => bytes(first + cells.join('')));
		fc.assert(
			fc.property(fc.oneof(text, fc.uint8Array({ maxLength: 300 })), (file) => expectSound(file)),
			{ numRuns: runs },
		);
	});

	it.each([
		['a cell that is cut in the middle of a sign', `Number,Name\n1,a${'😀'.repeat(150)}\n`],
		['cells with control characters', 'Number,Name,Site\n1,An\0a M\x07orales,"Main\nStreet"\n'],
		['words that objects are made of', 'Number,Name,Language\nconstructor,__proto__ toString,constructor\n'],
		['half a sign', 'Number,Name\n1,\ud83d Ana\n'],
	])('with %s can be stored', (_, text) => {
		expectSound(bytes(text));
		expect(parsePeopleFile(bytes(text))).not.toBeTypeOf('string');
	});

	it('keeps what looks like a formula as the text it is', () => {
		const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://evil.example","x")'];
		const cells = formulas.map((formula) => `"${formula.replaceAll('"', '""')}"`);
		const file = `Number,Name,Department\n${cells.map((cell, index) => `${index + 1},Ana M,${cell}`).join('\n')}\n`;
		const parsed = parsePeopleFile(bytes(file));
		expect(parsed).toMatchObject({ rows: formulas.map((department) => ({ department })), problems: [] });
	});
});
