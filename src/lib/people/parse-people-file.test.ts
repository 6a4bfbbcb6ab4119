import { describe, expect, it } from 'vitest';
import { parsePeopleFile } from './parse-people-file.ts';
import type { ParsedFile } from './person.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
/** The file as it was read; fails where it was refused as a whole. */
function read(file: string | Uint8Array): ParsedFile {
	const parsed = parsePeopleFile(typeof file === 'string' ? bytes(file) : file);
	if (typeof parsed === 'string') throw new Error(parsed);
	return parsed;
}
const names = (file: string | Uint8Array) =>
	read(file).rows.map(({ givenName, familyName }) => [givenName, familyName]);
const problems = (file: string) =>
	read(file).problems.map(({ line, column, reason, holdsBack }) => [line, column, reason, holdsBack]);

const english = `Employee number,First name,Last name,E-mail,Manager,Department,Site,Language,Hire date
0012,Ana,Morales,Ana.Morales@Example.org,0007,Nursing,Main Street,Spanish,2024-03-25
0007,Ben,Okafor,,,,,,
`;
const ana = {
	line: 2,
	number: '0012',
	givenName: 'Ana',
	familyName: 'Morales',
	email: 'ana.morales@example.org',
	managerNumber: '0007',
	department: 'Nursing',
	site: 'Main Street',
	language: 'es',
	hiredOn: '2024-03-25',
};

describe('a file of people', () => {
	it('is read with English headings; an empty cell says nothing', () => {
		const { rows, problems: none, unread } = read(english);
		expect(rows[0]).toEqual(ana);
		expect(rows[1]).toEqual({
			...ana,
			...{ line: 3, number: '0007', givenName: 'Ben', familyName: 'Okafor' },
			email: null,
			managerNumber: null,
			department: null,
			site: null,
			language: null,
			hiredOn: null,
		});
		expect([none, unread]).toEqual([[], []]);
	});

	it('is read with Spanish headings, in any case and with any accents', () => {
		const spanish = `NÚMERO DE EMPLEADO,Nombre,Apellidos,Correo electrónico,Jefe,Departamento,Sede,Idioma,Fecha de contratación
0012,Ana,Morales,ana.morales@example.org,0007,Nursing,Main Street,Español,25/3/2024\n`;
		expect(read(spanish).rows).toEqual([ana]);
	});

	it.each([
		['semicolons', english.replaceAll(',', ';')],
		['tabs', english.replaceAll(',', '\t')],
		['line ends of Windows', english.replaceAll('\n', '\r\n')],
		['line ends of old Macs', english.replaceAll('\n', '\r')],
		['a byte order mark', `\uFEFF${english}`],
		['spaces around cells', english.replaceAll(',', ' , ')],
		['quotes around cells', english.replace(/[^,\n]+/g, '"$&"')],
		['no line end at its end', english.trimEnd()],
	])('is the same with %s', (_, file) => {
		expect(read(file)).toEqual(read(english));
	});

	it('is read as what Excel on Windows writes, where it is no UTF-8', () => {
		const file = [...'Number,Name,Department\n1,Jos\xe9 Mu\xf1oz,\x93Caf\xe9\x94\n'].map((letter) =>
			letter.charCodeAt(0),
		);
		expect(read(Uint8Array.from(file)).rows[0]).toMatchObject({
			givenName: 'José',
			familyName: 'Muñoz',
			department: '“Café”',
		});
	});

	it('may hold commas in cells that semicolons or tabs separate', () => {
		for (const separator of [';', '\t']) {
			const lines = [
				['Number', 'Name', 'Department', 'Site'],
				['1', 'Okafor, Priya', 'Ventas, Norte', 'Main; East'],
			];
			const cells = lines.map((line) => line.map((cell) => (cell.includes(separator) ? `"${cell}"` : cell)));
			const [row] = read(cells.map((line) => line.join(separator)).join('\n')).rows;
			expect(row).toMatchObject({
				givenName: 'Priya',
				familyName: 'Okafor',
				department: 'Ventas, Norte',
				site: 'Main; East',
			});
		}
	});

	it('may hold names in any script, and in any order of their parts', () => {
		const file = `Number,Name\n1,"Okafor, Priya"\n2,Priya Okafor\n3,María José de la Cruz\n4,王小明\n5,محمد علي\n6,Иван Петров\n7,"Núñez, Ñ."\n8,Cher\n`;
		expect(names(file)).toEqual([
			['Priya', 'Okafor'],
			['Priya', 'Okafor'],
			['María José de la', 'Cruz'],
			['王小明', ''],
			['محمد', 'علي'],
			['Иван', 'Петров'],
			['Ñ.', 'Núñez'],
			['Cher', ''],
		]);
	});

	it('counts its lines as an editor does, with line breaks inside cells', () => {
		const file = `\nNumber,Name,Site\n1,Ana M,"Main\nStreet\n2"\n\n,Ben O,\n3,Cleo P,"\r\nSouth"\n,Dora Q,\n`;
		expect(problems(file)).toEqual([
			[7, 'number', 'number_missing', true],
			[10, 'number', 'number_missing', true],
		]);
		expect(read(file).rows.map(({ line, site }) => [line, site])).toEqual([
			[3, 'Main Street 2'],
			[8, 'South'],
		]);
	});

	it('holds back a row that nobody can be found by, and takes a person without a fact that is wrong', () => {
		const file = `Number,Name,E-mail,Language,Hired,Manager
1,Ana M,ana@example.org,en,2024-01-02,
1,Ana Again,,,,
,No Number,,,,
2,,two@example.org,,,
3,Cleo P,no address,Klingon,3/9/2024,3
4,Dora Q,ANA@example.org,,30.2.2024,1
`;
		expect(problems(file)).toEqual([
			[3, 'number', 'number_twice', true],
			[4, 'number', 'number_missing', true],
			[5, 'name', 'name_missing', true],
			[6, 'email', 'email_broken', false],
			[6, 'language', 'language_unknown', false],
			[6, 'hiredOn', 'date_ambiguous', false],
			[6, 'managerNumber', 'manager_self', false],
			[7, 'email', 'email_twice', false],
			[7, 'hiredOn', 'date_broken', false],
		]);
		const facts = read(file).rows.map(({ number, email, language, hiredOn, managerNumber }) => [
			number,
			email,
			language,
			hiredOn,
			managerNumber,
		]);
		expect(facts).toEqual([
			['1', 'ana@example.org', 'en', '2024-01-02', null],
			['3', null, null, null, null],
			['4', null, null, null, '1'],
		]);
	});

	it('drops the cells of columns it does not know, and says which', () => {
		const file = `Number,Name,Salary,Religion\n1,Ana M,canary-91000,canary-faith\n2,Ben O,canary-1,canary-2,canary-beyond\n`;
		expect(read(file).unread).toEqual(['Salary', 'Religion']);
		expect(JSON.stringify(read(file))).not.toContain('canary');
	});
});
