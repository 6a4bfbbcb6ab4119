import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { columnOf, sensitivityOf } from './headings.ts';
import { recognizeColumns } from './recognize-columns.ts';
import { plain } from './tidy.ts';

const mapped = (headings: string[], rows: string[][] = []) =>
	recognizeColumns(headings, rows, new Set()).map(({ column }) => column);

describe('headings', () => {
	it('stand under one meaning each, written as they are compared', () => {
		const source = readFileSync(join(import.meta.dirname, 'headings.ts'), 'utf8');
		const lists = [
			...source
				.slice(0, source.indexOf('export const ofAnyPlace'))
				.matchAll(/^\t(\w+):\s*[`'"]([^`]*?)[`'"],$/gms),
		];
		expect(lists.length).toBe(33);
		const seen = new Map<string, string>();
		for (const [, column = '', words = ''] of lists) {
			for (const word of words.split('|').map((one) => one.trim())) {
				expect(word, `${column}: ${word}`).toBe(plain(word));
				expect([undefined, column], `${word}: ${seen.get(word)} and ${column}`).toContain(seen.get(word));
				seen.set(word, column);
			}
		}
	});

	it.each([
		'Annual Salary',
		'Pay rate',
		'Hourly Rate',
		'Birth Date',
		'Date of Birth',
		'DOB',
		'SSN',
		'Social Security Number',
		'Tax ID (SSN)',
		'Bank Account Number',
		'Gender',
		'Ethnicity',
		'Marital Status',
		'Salario',
		'Fecha de nacimiento',
		'CURP',
		'Número de seguro social',
		'Gehalt',
		'Geburtsdatum',
		'Sozialversicherungsnummer',
		'Veteran Status',
		'Disability',
		'Employee Birthday',
		'Base Pay - Amount',
		'Emergency Contact Name',
		'Emergency Contact Email',
		"Spouse's Gender",
		'National ID',
		'Bonus %',
		'Termination Pay Date',
	])('"%s" is recognized as nobody’s business and never mapped', (heading) => {
		expect(sensitivityOf(plain(heading)), heading).not.toBeNull();
		expect(mapped([heading, 'Number', 'Name'])[0]).toBeNull();
	});

	it.each([
		'Employee ID',
		'Payroll Number',
		'Status',
		'Location',
		'Work Email',
		'Job Title',
		'Language',
		'Manager ID',
		'Paycom ID',
	])('"%s" is harmless', (heading) => expect(sensitivityOf(plain(heading))).toBeNull());

	it('are known in any case, with any accents, as one word or several', () => {
		for (const heading of [
			'EMPLOYEE_ID',
			'employeeId',
			'Employee ID',
			'Employee-Id',
			'Employee #',
			'EMPLEADO: NÚMERO'.slice(10),
			'Núm. Empleado',
		])
			expect(columnOf(plain(heading)), heading).toBe('number');
	});

	it('may carry a unit, a group or a number', () => {
		expect(
			mapped([
				'Emp. No.',
				'Employee First Name*',
				'Last Name (required)',
				'Hire Date (MM/DD/YYYY)',
				'Manager - Work Email',
			]),
		).toEqual(['number', 'givenName', 'familyName', 'hiredOn', 'managerEmail']);
	});
});

describe('columns with several meanings', () => {
	const people = (cells: string[][]) => cells.map((row, index) => [String(index + 1), 'Ana M', ...row]);
	it('"Supervisor" is a yes or no, or a person, by its cells', () => {
		const head = ['Number', 'Name', 'Supervisor'];
		expect(mapped(head, people([['Yes'], ['No'], ['no']]))[2]).toBe('supervisor');
		expect(mapped(head, people([['Ben Okafor'], ['1002']]))[2]).toBe('manager');
	});
	it('"Employment status" is a kind of worker, or a state, by its cells', () => {
		const head = ['Number', 'Name', 'Employment Status'];
		expect(mapped(head, people([['Full-Time'], ['Part-Time'], ['Contractor']]))[2]).toBe('workerType');
		expect(mapped(head, people([['Active'], ['Terminated'], ['On Leave']]))[2]).toBe('status');
	});
	it('"State" is the site’s where everybody of a site has the same one, and otherwise where people live', () => {
		const head = ['Number', 'Name', 'Location', 'State'];
		const same = people([
			['Main', 'CA'],
			['Main', 'CA'],
			['Annex', 'NV'],
			['Annex', 'NV'],
		]);
		expect(mapped(head, same)[3]).toBe('siteRegion');
		const mixed = people([
			['Main', 'CA'],
			['Main', 'NV'],
			['Main', 'OR'],
			['Annex', 'CA'],
			['Annex', 'NV'],
		]);
		expect(mapped(head, mixed)[3]).toBe('homeRegion');
	});
	it('of several numbers, the one by which managers are named is the one', () => {
		const rows = [
			['A1', '901', 'Ana M', ''],
			['A2', '902', 'Ben O', '901'],
			['A3', '903', 'Cleo P', '902'],
		];
		expect(mapped(['Employee ID', 'File Number', 'Name', 'Manager ID'], rows)).toEqual([
			null,
			'number',
			'name',
			'managerNumber',
		]);
	});
});
