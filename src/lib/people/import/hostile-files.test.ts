import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { CFB } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PeopleFile } from './person-row.ts';
import { readPeople } from './read-people.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const today = '2026-11-20';
const read = (file: Uint8Array | string) =>
	readPeople({ bytes: typeof file === 'string' ? bytes(file) : file, today });
const runs = process.env.UPSTANDER_FULL ? 5000 : 120;
const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name));

/** What every answer of the reader must be, whatever the file: something that can be stored and shown. */
function expectSound(file: Uint8Array): void {
	const parsed = read(file);
	if (typeof parsed === 'string') {
		expect(['empty', 'not_table', 'locked', 'too_much_inside', 'broken_archive']).toContain(parsed);
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
			expect(cell).not.toMatch(/[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\uFEFF]/u);
			expect(cell).toBe(cell.trim());
			expect([...cell].length).toBeLessThanOrEqual(420);
		}
		expect([null, 'en', 'es']).toContain(row.language);
		for (const day of [row.hiredOn, row.rehiredOn, row.endedOn, row.leaveFrom, row.backOn])
			expect(day ?? '2024-01-01').toMatch(/^\d{4}-\d\d-\d\d$/);
		const shares = (row.places ?? [{ share: 100 }]).reduce((sum, { share }) => sum + share, 0);
		expect(Math.abs(shares - 100)).toBeLessThan(7);
	}
	const lines = [...parsed.rows, ...parsed.problems].map(({ line }) => line);
	expect(lines.every((line) => Number.isInteger(line) && line > 0)).toBe(true);
}

describe('a file of people that is none', () => {
	it.each([
		['nothing', '', 'empty'],
		['blank lines', '\n\n , ,\n', 'empty'],
		['a page', '<!doctype html><html><body>Hello</body></html>', 'not_table'],
		['a document', '%PDF-1.7\n1 0 obj', 'not_table'],
		['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'not_table'],
		['an archive that is cut', fixture('workday.xlsx').subarray(0, 1500), 'broken_archive'],
		['the beginning of an archive', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 8, 8]), 'broken_archive'],
		['an old workbook that is cut', fixture('zoho.xls').subarray(0, 700), 'broken_archive'],
	])('because it holds %s, is refused as a whole', (_, file, reason) => {
		expect(read(file)).toBe(reason);
	});

	it('because it is locked with a password, says so', () => {
		// A locked workbook is a compound file with these two streams.
		const file = CFB.utils.cfb_new();
		CFB.utils.cfb_add(file, '/EncryptionInfo', Buffer.alloc(64));
		CFB.utils.cfb_add(file, '/EncryptedPackage', Buffer.alloc(4096, 7));
		expect(read(CFB.write(file, { type: 'buffer' }) as Buffer)).toBe('locked');
	});

	it.each([
		['headings alone', 'Number,Name\n', []],
		['no numbers', 'Name,E-mail\nAna,a@example.org\n', ['number']],
		['no names', 'Number,E-mail\n1,a@example.org\n', ['name']],
		['people without headings', '1,Ana Morales\n2,Ben Okafor\n', ['number', 'name']],
	])('because it holds %s, brings in nobody and says what is missing', (_, file, missing) => {
		expect(read(file)).toMatchObject({ missing, rows: [] });
	});
});

describe('a hostile file of people', () => {
	it('that unfolds to far more than it weighs is refused before it is unfolded, whatever it says about itself', () => {
		const size = 200 * 1024 * 1024;
		const folded = deflateRawSync(Buffer.alloc(size, 0x20), { level: 1 });
		for (const honest of [true, false]) {
			const bomb = bombOf(folded, honest ? size : 100);
			expect(bomb.length).toBeLessThan(4 * 1024 * 1024);
			expect(read(bomb)).toBe('too_much_inside');
		}
	});

	it('with endless columns and lines is read as far as a list of people goes, and says that it was cut', () => {
		const wide = `Number,Name,${'Extra,'.repeat(2000)}\n1,Ana M,${'canary,'.repeat(2000)}\n`;
		const file = read(wide) as PeopleFile;
		expect(file.cut).toBe('columns');
		expect(file.rows).toHaveLength(1);
		expect(JSON.stringify(file)).not.toContain('canary');
		const long = read(
			`Number,Name\n${Array.from({ length: 100_010 }, (_, index) => `${index},A B`).join('\n')}`,
		);
		expect(long).toMatchObject({ cut: 'lines' });
	});

	it('with nothing but quotation marks does not take forever', () => {
		const file = read(`Number,Name\n1,Ana M\n${'"a,'.repeat(200_000)}\n2,Ben O\n`) as PeopleFile;
		expect(file.rows.map(({ number }) => number)).toEqual(['1', '2']);
	});

	it('never breaks the reader, whatever its bytes', () => {
		const head = fc.constantFrom(
			'',
			'Number,Name,E-mail,Manager,Language,Hired,Status,Site,Site 2\n',
			'Número;Nombre completo;Idioma\r\n',
			'Employee ID\tFirst name\tLast name\tHire date\tEnd date\n',
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
				'3/4/24',
				'constructor',
				'es',
				'a@b.co',
				'60%',
				'Total',
				'Remote',
				'#N/A',
				'1',
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

	it('never breaks the reader, with any byte of a workbook changed', () => {
		const original = fixture('zoho.xls');
		const change = fc.tuple(
			fc.integer({ min: 8, max: original.length - 1 }),
			fc.integer({ min: 0, max: 255 }),
		);
		fc.assert(
			fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
				const file = Buffer.from(original);
				for (const [at, byte] of changes) file[at] = byte;
				expectSound(file);
			}),
			{ numRuns: runs / 4 },
		);
	});

	it.each([
		['a cell that is cut in the middle of a sign', `Number,Name\n1,a${'😀'.repeat(150)}\n`],
		['cells with control characters', 'Number,Name,Site\n1,An\0a M\x07orales,"Main\nStreet"\n'],
		['words that objects are made of', 'Number,Name,Language\nconstructor,__proto__ toString,constructor\n'],
		['half a sign', 'Number,Name\n1,\ud83d Ana\n'],
	])('with %s can be stored', (_, text) => {
		expectSound(bytes(text));
		expect(read(text)).not.toBeTypeOf('string');
	});

	it('keeps what looks like a formula as the text it is', () => {
		const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://evil.example","x")'];
		const cells = formulas.map((formula) => `"${formula.replaceAll('"', '""')}"`);
		const file = read(
			`Number,Name,Department\n${cells.map((cell, index) => `${index + 1},Ana M,${cell}`).join('\n')}\n`,
		) as PeopleFile;
		expect(file.rows.map(({ department }) => department)).toEqual(formulas);
	});
});

describe('the lines of a file', () => {
	it('are counted as an editor counts them, with line breaks inside cells and any line end', () => {
		const cell = fc.constantFrom('Main', 'Main\nStreet', 'A, B', 'one\r\ntwo\rthree', '"quoted"', '');
		const end = fc.constantFrom('\n', '\r\n', '\r');
		const people = fc.array(fc.tuple(cell, fc.boolean()), { minLength: 1, maxLength: 12 });
		fc.assert(
			fc.property(people, end, (rows, ending) => {
				let line = 2;
				let text = `Number,Site,Name${ending}`;
				const expected: [number, boolean][] = [];
				rows.forEach(([site, named], index) => {
					expected.push([line, named]);
					text += `${index + 1},"${site.replaceAll('"', '""')}",${named ? 'Ana M' : ''}${ending}`;
					line += 1 + (site.match(/\r\n|\r|\n/g)?.length ?? 0);
				});
				const file = read(text) as PeopleFile;
				const found = [
					...file.rows.map((row): [number, boolean] => [row.line, true]),
					...file.problems.map((problem): [number, boolean] => [problem.line, false]),
				].sort(([a], [b]) => a - b);
				expect(found).toEqual(expected);
			}),
		);
	});

	it.each([',', ';', '\t', '|', '^', '~', ':', '§', '\u001f'])('may be separated by %j', (sign) => {
		const lines = [
			['Number', 'First name', 'Last name', 'Job title'],
			['1', 'Ana', 'Morales', 'Nurse, RN; nights'],
		];
		const text = lines
			.map((line) => line.map((cell) => (cell.includes(sign) ? `"${cell}"` : cell)).join(sign))
			.join('\n');
		expect((read(text) as PeopleFile).rows).toMatchObject([
			{ familyName: 'Morales', jobTitle: 'Nurse, RN; nights' },
		]);
	});

	it.each([
		['UTF-8 with a mark', (text: string) => bytes(`\uFEFF${text}`)],
		['UTF-16 little end first', (text: string) => Buffer.from(text, 'utf16le')],
		['UTF-16 little end first with a mark', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
		['UTF-16 big end first', (text: string) => Buffer.from(text, 'utf16le').swap16()],
		['UTF-16 big end first with a mark', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
		['Windows-1252', (text: string) => Buffer.from(text, 'latin1')],
	])('may be written in %s', (_, write) => {
		const file = read(write('Número;Nombre;Apellidos\n1;José;Muñoz Peña\n')) as PeopleFile;
		expect(file.rows).toMatchObject([{ number: '1', givenName: 'José', familyName: 'Muñoz Peña' }]);
	});
});

/** A workbook whose sheet is a long run of one letter. */
function bombOf(folded: Buffer, says: number): Buffer {
	const name = Buffer.from('xl/workbook.xml');
	const shared = Buffer.alloc(26);
	shared.writeUInt16LE(20, 0);
	shared.writeUInt16LE(8, 4);
	shared.writeUInt32LE(folded.length, 14);
	shared.writeUInt32LE(says, 18);
	shared.writeUInt16LE(name.length, 22);
	const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, name, folded]);
	const entry = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, Buffer.alloc(14), name]);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(1, 4);
	end.writeUInt16LE(1, 6);
	end.writeUInt32LE(entry.length, 8);
	end.writeUInt32LE(local.length, 12);
	return Buffer.concat([local, entry, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
