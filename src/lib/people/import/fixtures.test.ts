import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Column } from './column.ts';
import type { PeopleFile } from './person-row.ts';
import { readPeople } from './read-people.ts';

const folder = join(import.meta.dirname, 'fixtures');
const today = '2026-11-20';

function read(name: string): PeopleFile {
	const file = readPeople({ bytes: readFileSync(join(folder, name)), today });
	if (typeof file === 'string') throw new Error(`${name}: ${file}`);
	return file;
}

/** What was said of each person, without what was not. */
const people = ({ rows }: PeopleFile) =>
	rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, fact]) => fact !== null)));
const problems = (file: PeopleFile) =>
	file.problems.map(({ line, letter, reason, holdsBack, value }) =>
		[line, letter, reason, ...(holdsBack ? ['held back'] : []), ...(value === null ? [] : [value])].join(' '),
	);
const mapped = ({ columns }: PeopleFile) =>
	Object.fromEntries(columns.map(({ heading, column, sensitive }) => [heading, column ?? sensitive]));
const skipped = (file: PeopleFile) => file.skipped.map(({ line, why }) => `${line} ${why}`);

describe('a file as it comes from', () => {
	it('BambooHR: a mark of UTF-8, whole names turned round, line breaks in cells', () => {
		const file = read('bamboohr.csv');
		expect(file.system).toBe('BambooHR');
		expect(mapped(file)).toEqual({
			'Employee #': 'number',
			'Last name, First name': 'name',
			'Preferred name': 'preferredName',
			'Work Email': 'email',
			'Job Title': 'jobTitle',
			Department: 'department',
			Location: 'site',
			'Reporting to': 'manager',
			'Employment Status': 'workerType',
			'Hire Date': 'hiredOn',
			'Pay rate': 'pay',
			'Birth Date': 'birth',
			SSN: 'identity',
		});
		expect(people(file)).toEqual([
			{
				line: 2,
				number: '1001',
				givenName: 'Marisol',
				familyName: 'Reyes',
				email: 'marisol.reyes@harbor.example',
				jobTitle: 'Administrator',
				department: 'Administration',
				places: [{ site: 'Harbor Clinic Main Building', share: 100 }],
				workerType: 'employee',
				hiredOn: '2015-06-01',
			},
			{
				line: 4,
				number: '1002',
				givenName: 'Benjamin',
				familyName: 'Okafor',
				preferredName: 'Ben',
				email: 'ben.okafor@harbor.example',
				jobTitle: 'Nurse "Team A" Lead',
				manager: { by: 'name', value: 'Marisol Reyes' },
				department: 'Nursing',
				places: [{ site: 'Harbor Clinic Main Building', share: 100 }],
				workerType: 'employee',
				hiredOn: '2018-02-14',
			},
			{
				line: 6,
				number: '1003',
				givenName: 'Thi Mai',
				familyName: 'Nguyen',
				email: 'mai.nguyen@harbor.example',
				jobTitle: 'Nurse',
				manager: { by: 'name', value: 'Ben Okafor' },
				department: 'Nursing',
				workerType: 'employee',
				hiredOn: '2020-11-30',
			},
			{
				line: 7,
				number: '1004',
				givenName: 'João',
				familyName: 'Silva',
				email: 'joao.silva@harbor.example',
				jobTitle: 'Consultant',
				manager: { by: 'name', value: 'Somebody Unknown' },
				department: 'IT',
				places: [{ country: 'US', region: 'TX', city: null, share: 100 }],
				workerType: 'contractor',
				hiredOn: '2023-01-09',
			},
		]);
		expect(problems(file)).toEqual(['6 G home_unknown']);
		expect(skipped(file)).toEqual([]);
	});

	it('Workday: titles above, a criteria sheet before, managers with their number in brackets, a count below', () => {
		const file = read('workday.xlsx');
		expect(file.system).toBe('Workday');
		expect(mapped(file)).toEqual({
			'Employee ID': 'number',
			Worker: null,
			'Legal Name - First Name': 'givenName',
			'Legal Name - Last Name': 'familyName',
			'Email - Primary Work': 'email',
			'Worker Type': 'workerType',
			'Supervisory Organization': 'department',
			"Worker's Manager": 'manager',
			'Total Base Pay': 'pay',
			'Business Title': 'jobTitle',
			'Hire Date': 'hiredOn',
			'Is Manager': 'supervisor',
		});
		expect(people(file)).toEqual([
			{
				line: 5,
				number: '21001',
				givenName: 'Marisol',
				familyName: 'Reyes',
				email: 'marisol.reyes@harbor.example',
				jobTitle: 'Director',
				supervisor: true,
				department: 'Administration',
				workerType: 'employee',
				hiredOn: '2015-06-01',
			},
			{
				line: 6,
				number: '21002',
				givenName: 'Ben',
				familyName: 'Okafor',
				email: 'ben.okafor@harbor.example',
				jobTitle: 'Charge Nurse',
				supervisor: true,
				manager: { by: 'number', value: '21001' },
				department: 'Nursing (Ben Okafor)',
				workerType: 'employee',
				hiredOn: '2018-02-14',
			},
			{
				line: 7,
				number: '21003',
				givenName: 'Mai',
				familyName: 'Nguyen',
				email: 'mai.nguyen@harbor.example',
				jobTitle: 'Nurse',
				supervisor: false,
				manager: { by: 'number', value: '21002' },
				department: 'Nursing (Ben Okafor)',
				workerType: 'contractor',
				hiredOn: '2020-11-30',
			},
			{
				line: 8,
				number: '21004',
				givenName: 'João',
				familyName: 'Silva',
				jobTitle: 'Pharmacist',
				manager: { by: 'number', value: '21002' },
				department: 'Pharmacy',
				workerType: 'temporary',
			},
		]);
		expect(problems(file)).toEqual(['8 E cell_error #N/A', '8 K date_broken not yet']);
		expect(skipped(file)).toEqual(['10 total']);
	});

	it('ADP Workforce Now: Windows-1252, two kinds of number, leavers, leave and a rehire', () => {
		const file = read('adp.csv');
		expect(file.system).toBe('ADP Workforce Now');
		expect(mapped(file)).toEqual({
			'Payroll Company Code': null,
			'Associate ID': 'number',
			'File Number': null,
			'Payroll Name': 'name',
			'Position Status': 'status',
			'Home Department Description': 'department',
			'Location Description': 'site',
			'Job Title Description': 'jobTitle',
			'Reports To Name': null,
			'Reports To Associate ID': 'managerNumber',
			'Hire Date': 'hiredOn',
			'Rehire Date': 'rehiredOn',
			'Termination Date': 'endedOn',
			'Work Contact: Work Email': 'email',
			'Annual Salary': 'pay',
			'Tax ID (SSN)': 'identity',
		});
		expect(people(file)).toEqual([
			{
				line: 2,
				number: 'A0001',
				givenName: 'José',
				familyName: 'Muñoz',
				email: 'jose.munoz@harbor.example',
				jobTitle: 'RN',
				manager: { by: 'number', value: 'A0003' },
				department: 'Nursing',
				places: [{ site: 'Café Building', share: 100 }],
				hiredOn: '2019-01-15',
				status: 'active',
			},
			{
				line: 3,
				number: 'A0002',
				givenName: 'Ana María',
				familyName: 'Peña-Ortiz',
				email: 'ana.pena@harbor.example',
				jobTitle: 'LPN',
				manager: { by: 'number', value: 'A0001' },
				department: 'Nursing',
				places: [{ site: 'Café Building', share: 100 }],
				hiredOn: '2020-03-25',
				status: 'leave',
			},
			{
				line: 4,
				number: 'A0003',
				givenName: 'Marisol',
				familyName: 'Reyes',
				email: 'marisol.reyes@harbor.example',
				jobTitle: 'CEO',
				department: 'Administration',
				places: [{ site: 'Main', share: 100 }],
				hiredOn: '2014-12-31',
				status: 'active',
			},
			{
				line: 5,
				number: 'A0004',
				givenName: 'Martin',
				familyName: 'King Jr.',
				email: 'martin.king@harbor.example',
				jobTitle: 'Clerk',
				manager: { by: 'number', value: 'A0003' },
				department: 'Supply',
				places: [{ site: 'Main', share: 100 }],
				hiredOn: '2016-04-30',
				endedOn: '2025-10-31',
				status: 'ended',
			},
			{
				line: 6,
				number: 'A0005',
				givenName: 'Ruth',
				familyName: 'Baker',
				email: 'ruth.baker@harbor.example',
				jobTitle: 'Clerk',
				manager: { by: 'number', value: 'A0003' },
				department: 'Supply',
				places: [{ site: 'Main', share: 100 }],
				hiredOn: '2010-05-20',
				rehiredOn: '2024-02-15',
				endedOn: '2018-06-30',
				status: 'active',
			},
		]);
		expect(problems(file)).toEqual([]);
		expect(skipped(file)).toEqual(['7 total']);
	});

	it('UKG Pro: a web page by the name of a workbook, the headings on every page', () => {
		const file = read('ukg.xls');
		expect(file.system).toBe('UKG Pro');
		expect(mapped(file)).toEqual({
			'Employee Number': 'number',
			'First Name': 'givenName',
			'Last Name': 'familyName',
			'Org Level 1 Description': 'department',
			'Primary Work Location': 'site',
			Supervisor: 'manager',
			'Last Hire Date': 'hiredOn',
			'Employment Status': 'status',
			'Annual Salary': 'pay',
		});
		expect(people(file)).toEqual([
			{
				line: 3,
				number: '000123',
				givenName: 'Ana',
				familyName: "O'Neill",
				manager: { by: 'name', value: 'Okafor, Ben' },
				department: 'Nursing & Care',
				places: [{ site: 'Main', share: 100 }],
				hiredOn: '2021-03-25',
				status: 'active',
			},
			{
				line: 4,
				number: '000124',
				givenName: 'Ben',
				familyName: 'Okafor',
				department: 'Nursing & Care',
				places: [{ site: 'Main', share: 100 }],
				hiredOn: '2017-12-13',
				status: 'active',
			},
			{
				line: 6,
				number: '000125',
				givenName: 'Cleo',
				familyName: 'Park',
				manager: { by: 'name', value: 'Okafor, Ben' },
				department: 'Laundry',
				places: [{ site: 'Annex', share: 100 }],
				hiredOn: '2020-01-13',
				status: 'leave',
			},
		]);
		expect(problems(file)).toEqual([]);
		expect(skipped(file)).toEqual(['5 heading', '7 total']);
	});

	it('Personio: German headings, days and words', () => {
		const file = read('personio.xlsx');
		expect(file.system).toBe('Personio');
		expect(mapped(file)).toEqual({
			Personalnummer: 'number',
			Vorname: 'givenName',
			Nachname: 'familyName',
			'E-Mail': 'email',
			Position: 'jobTitle',
			Abteilung: 'department',
			Standort: 'site',
			Vorgesetzter: 'manager',
			Beschäftigungsart: 'workerType',
			Status: 'status',
			Anstelldatum: 'hiredOn',
			Kündigungsdatum: 'endedOn',
			Gehalt: 'pay',
			Geburtsdatum: 'birth',
		});
		expect(people(file)).toEqual([
			{
				line: 2,
				number: '101',
				givenName: 'Jürgen',
				familyName: 'Groß',
				email: 'juergen.gross@hafen.example',
				jobTitle: 'Geschäftsführer',
				department: 'Leitung',
				places: [{ site: 'Berlin', share: 100 }],
				workerType: 'employee',
				hiredOn: '2014-03-25',
				status: 'active',
			},
			{
				line: 3,
				number: '102',
				givenName: 'Zoë',
				familyName: 'Müller-Lüdenscheidt',
				email: 'zoe@hafen.example',
				jobTitle: 'Entwicklerin',
				manager: { by: 'name', value: 'Jürgen Groß' },
				department: 'IT',
				workerType: 'intern',
				hiredOn: '2023-01-15',
				status: 'active',
			},
			{
				line: 4,
				number: '103',
				givenName: 'Łukasz',
				familyName: 'Żak',
				email: 'lukasz@hafen.example',
				jobTitle: 'Aushilfe',
				manager: { by: 'name', value: 'Jürgen Groß' },
				department: 'Lager',
				places: [{ site: 'Berlin', share: 100 }],
				workerType: 'temporary',
				hiredOn: '2020-10-13',
				endedOn: '2023-12-31',
				status: 'ended',
			},
		]);
		expect(problems(file)).toEqual(['3 G home_unknown']);
		expect(skipped(file)).toEqual(['5 total']);
	});

	it('Rippling: managers by e-mail, remote people', () => {
		const file = read('rippling.csv');
		expect(file.system).toBe('Rippling');
		expect(mapped(file)).toEqual({
			'Employee number': 'number',
			'Legal first name': 'givenName',
			'Legal last name': 'familyName',
			'Work email': 'email',
			Title: 'jobTitle',
			Department: 'department',
			'Work location': 'site',
			'Employment type': 'workerType',
			'Employment status': 'status',
			'Start date': 'hiredOn',
			'Manager - Work email': 'managerEmail',
			'Home address - State': 'homeRegion',
			'Home address - City': 'homeCity',
			'Annual compensation': 'pay',
		});
		expect(people(file)).toEqual([
			{
				line: 2,
				number: '7',
				givenName: 'Ana',
				familyName: 'Morales',
				email: 'ana@harbor.example',
				jobTitle: 'CEO',
				department: 'Executive',
				places: [{ site: 'Harbor HQ', share: 100 }],
				workerType: 'employee',
				hiredOn: '2019-03-25',
				status: 'active',
			},
			{
				line: 3,
				number: '8',
				givenName: 'Ben',
				familyName: 'Okafor',
				email: 'ben@harbor.example',
				jobTitle: 'Engineer',
				manager: { by: 'email', value: 'ana@harbor.example' },
				department: 'Product',
				places: [{ country: 'US', region: 'TX', city: 'Austin', share: 100 }],
				workerType: 'employee',
				hiredOn: '2021-06-01',
				status: 'active',
			},
			{
				line: 4,
				number: '9',
				givenName: 'Cleo',
				familyName: 'Park',
				email: 'cleo@harbor.example',
				jobTitle: 'Designer',
				manager: { by: 'email', value: 'ana@harbor.example' },
				department: 'Product',
				places: [{ country: 'US', region: 'NY', city: null, share: 100 }],
				workerType: 'contractor',
				hiredOn: '2022-09-30',
				status: 'active',
			},
			{
				line: 5,
				number: '10',
				givenName: 'Dora',
				familyName: 'Quist',
				email: 'dora@harbor.example',
				jobTitle: 'Intern',
				manager: { by: 'email', value: 'nobody@harbor.example' },
				department: 'Product',
				places: [{ site: 'Harbor HQ', share: 100 }],
				workerType: 'intern',
				hiredOn: '2023-01-05',
				status: 'ended',
			},
		]);
		expect(problems(file)).toEqual([]);
		expect(skipped(file)).toEqual([]);
	});

	it('Gusto: UTF-16 with tabs, day and month in doubt', () => {
		const file = read('gusto.txt');
		expect(file.system).toBe('Gusto');
		expect(mapped(file)).toEqual({
			'Gusto employee ID': 'number',
			'First name': 'givenName',
			'Last name': 'familyName',
			'Preferred first name': 'preferredName',
			'Work email': 'email',
			'Job title': 'jobTitle',
			Department: 'department',
			'Work address': 'site',
			Manager: 'manager',
			'Start date': 'hiredOn',
			'Date of birth': 'birth',
		});
		expect(people(file)).toEqual([
			{
				line: 2,
				number: '5g9934',
				givenName: 'Ana',
				familyName: 'Morales',
				preferredName: 'Anita',
				email: 'front@harbor.example',
				jobTitle: 'Desk',
				department: 'Front',
				places: [{ site: 'Main', share: 100 }],
			},
			{
				line: 3,
				number: '6h1a2b',
				givenName: 'Ben',
				familyName: 'Okafor',
				email: 'front@harbor.example',
				jobTitle: 'Desk',
				manager: { by: 'name', value: 'Ana Morales' },
				department: 'Front',
				places: [{ site: 'Main', share: 100 }],
			},
			{
				line: 4,
				number: '7j3c4d',
				givenName: 'Cleo',
				familyName: 'Park',
				email: 'cleo@harbor.example',
				jobTitle: 'Desk',
				manager: { by: 'name', value: 'Ana Morales' },
				department: 'Front',
				places: [{ site: 'Annex', share: 100 }],
				hiredOn: '2022-05-05',
			},
		]);
		expect(problems(file)).toEqual(['2 J date_ambiguous 03/04/2022', '3 J date_ambiguous 04/05/2022']);
		expect(skipped(file)).toEqual([]);
	});

	it('SAP SuccessFactors: keys above labels, NO_MANAGER', () => {
		const file = read('successfactors.csv');
		expect(file.system).toBe('SAP SuccessFactors');
		expect(mapped(file)).toEqual({
			STATUS: 'status',
			USERID: 'number',
			USERNAME: null,
			FIRSTNAME: 'givenName',
			LASTNAME: 'familyName',
			GENDER: 'belonging',
			EMAIL: 'email',
			MANAGER: 'manager',
			HR: null,
			DEPARTMENT: 'department',
			JOBCODE: null,
			LOCATION: 'site',
			TITLE: 'jobTitle',
			HIREDATE: 'hiredOn',
			DEFAULT_LOCALE: 'language',
		});
		expect(people(file)).toEqual([
			{
				line: 3,
				number: '00501',
				givenName: 'Alma',
				familyName: 'Reyes',
				email: 'alma@harbor.example',
				jobTitle: 'Director',
				department: 'Administration',
				places: [{ site: 'Main', share: 100 }],
				language: 'en',
				hiredOn: '2011-04-01',
				status: 'active',
			},
			{
				line: 4,
				number: '00502',
				givenName: 'Ben',
				familyName: 'Okafor',
				email: 'ben@harbor.example',
				jobTitle: 'Nurse',
				manager: { by: 'number', value: '00501' },
				department: 'Nursing',
				places: [{ site: 'Main', share: 100 }],
				language: 'es',
				hiredOn: '2019-09-09',
				status: 'active',
			},
			{
				line: 5,
				number: '00503',
				givenName: 'Cleo',
				familyName: 'Park',
				email: 'cleo@harbor.example',
				jobTitle: 'Nurse',
				manager: { by: 'number', value: '502' },
				department: 'Nursing',
				places: [{ site: 'Main', share: 100 }],
				hiredOn: '2019-09-09',
				status: 'ended',
			},
		]);
		expect(problems(file)).toEqual(['5 O language_unknown de_DE']);
		expect(skipped(file)).toEqual(['2 heading']);
	});

	it('Oracle HCM: bars, months in words, the end of time', () => {
		const file = read('oracle.txt');
		expect(file.system).toBe('Oracle HCM');
		expect(mapped(file)).toEqual({
			'Person Number': 'number',
			'Person Name': 'name',
			'Work Email': 'email',
			'System Person Type': 'workerType',
			'Assignment Status': 'status',
			'Department Name': 'department',
			'Location Name': 'site',
			'Manager Person Number': 'managerNumber',
			'Enterprise Hire Date': 'hiredOn',
			'Actual Termination Date': 'endedOn',
			'National Identifier': 'identity',
		});
		expect(people(file)).toEqual([
			{
				line: 2,
				number: '300001',
				givenName: 'Marisol',
				familyName: 'Reyes',
				email: 'marisol@harbor.example',
				department: 'Board',
				places: [{ site: 'Main', share: 100 }],
				workerType: 'employee',
				hiredOn: '2010-03-25',
				status: 'active',
			},
			{
				line: 3,
				number: '300002',
				givenName: 'Ben',
				familyName: 'Okafor',
				email: 'ben@harbor.example',
				manager: { by: 'number', value: '300001' },
				department: 'Ward',
				places: [{ site: 'Main', share: 100 }],
				workerType: 'contractor',
				hiredOn: '2020-04-05',
				status: 'active',
			},
			{
				line: 4,
				number: '300003',
				givenName: 'Cleo',
				familyName: 'Park',
				email: 'cleo@harbor.example',
				manager: { by: 'number', value: '300001' },
				department: 'Ward',
				places: [{ site: 'Main', share: 100 }],
				workerType: 'employee',
				hiredOn: '2015-01-01',
				endedOn: '2021-09-30',
				status: 'ended',
			},
		]);
		expect(problems(file)).toEqual([]);
		expect(skipped(file)).toEqual([]);
	});

	it('Dayforce: SpreadsheetML', () => {
		const file = read('dayforce.xls');
		expect(file.system).toBe('Dayforce');
		expect(mapped(file)).toEqual({
			'Employee Number': 'number',
			'Display Name': 'name',
			'Primary Job': 'jobTitle',
			'Home Organization': 'department',
			'Primary Location': 'site',
			'Hire Date': 'hiredOn',
			'Pay Class': 'pay',
			'Is Supervisor': 'supervisor',
		});
		expect(people(file)).toEqual([
			{
				line: 2,
				number: '0042',
				givenName: 'Marisol',
				familyName: 'Reyes',
				jobTitle: 'Director',
				supervisor: true,
				department: 'Board',
				places: [{ site: 'Main', share: 100 }],
				hiredOn: '2015-06-01',
			},
			{
				line: 3,
				number: '43',
				givenName: 'Ben',
				familyName: 'Okafor',
				jobTitle: 'Nurse',
				supervisor: false,
				department: 'Ward',
				places: [{ site: 'Main', share: 100 }],
				hiredOn: '2018-02-14',
			},
		]);
		expect(problems(file)).toEqual([]);
		expect(skipped(file)).toEqual([]);
	});

	it('Zoho People: the old binary workbook with three sheets', () => {
		const file = read('zoho.xls');
		expect(file.system).toBe('Zoho People');
		expect(mapped(file)).toEqual({
			EmployeeID: 'number',
			'First Name': 'givenName',
			'Last Name': 'familyName',
			'Email ID': 'email',
			Designation: 'jobTitle',
			Department: 'department',
			'Reporting To': 'manager',
			'Date of joining': 'hiredOn',
			'Employee Status': 'status',
			'Zoho Role': null,
		});
		expect(people(file)).toEqual([
			{
				line: 2,
				number: 'HRM1',
				givenName: 'Ana',
				familyName: 'Morales',
				email: 'ana@harbor.example',
				jobTitle: 'Head',
				department: 'People',
				hiredOn: '2019-01-15',
				status: 'active',
			},
			{
				line: 3,
				number: 'HRM2',
				givenName: 'Ben',
				familyName: 'Okafor',
				jobTitle: 'Clerk',
				manager: { by: 'name', value: 'Ana Morales HRM1' },
				department: 'People',
				status: 'ended',
			},
		]);
		expect(problems(file)).toEqual(['3 H date_broken 31-Feb-2020', '3 D email_broken ben@harbor']);
		expect(skipped(file)).toEqual([]);
	});

	it('Sage on a Mac: days from 1904, numbers shown with zeros, merged cells', () => {
		const file = read('sage-1904.xlsx');
		expect(file.system).toBe('Sage');
		expect(mapped(file)).toEqual({
			'Works Number': 'number',
			Forename: 'givenName',
			Surname: 'familyName',
			Team: 'department',
			'Employment start date': 'hiredOn',
			'Reports to': 'manager',
			'NI Number': null,
			'National Insurance': 'identity',
		});
		expect(people(file)).toEqual([
			{
				line: 2,
				number: '00017',
				givenName: 'Ana',
				familyName: 'Morales',
				department: 'Ward A',
				hiredOn: '2015-06-01',
			},
			{
				line: 3,
				number: '00018',
				givenName: 'Ben',
				familyName: 'Okafor',
				manager: { by: 'email', value: 'ana@harbor.example' },
				department: 'Ward A',
				hiredOn: '2018-02-14',
			},
		]);
		expect(problems(file)).toEqual([]);
		expect(skipped(file)).toEqual([]);
	});

	it('a payroll list in Spanish: two family names, a title, a total', () => {
		const file = read('nomina.csv');
		expect(file.system).toBe(null);
		expect(mapped(file)).toEqual({
			'Núm. de empleado': 'number',
			'Nombre(s)': 'givenName',
			'Apellido paterno': 'familyName',
			'Apellido materno': 'secondFamilyName',
			Puesto: 'jobTitle',
			Área: 'department',
			'Centro de trabajo': 'site',
			'Jefe inmediato': 'manager',
			'Tipo de contrato': 'workerType',
			'Fecha de ingreso': 'hiredOn',
			Sueldo: 'pay',
			CURP: 'identity',
		});
		expect(people(file)).toEqual([
			{
				line: 4,
				number: '0007',
				givenName: 'Íñigo',
				familyName: 'Peña Núñez',
				jobTitle: 'Director',
				department: 'Dirección',
				places: [{ site: 'Planta Norte', share: 100 }],
				workerType: 'employee',
				hiredOn: '2011-02-14',
			},
			{
				line: 5,
				number: '0008',
				givenName: 'María José',
				familyName: 'de la Cruz',
				jobTitle: 'Enfermera',
				manager: { by: 'name', value: 'Íñigo Peña Núñez' },
				department: 'Enfermería',
				places: [{ site: 'Planta Norte', share: 100 }],
				workerType: 'seasonal',
			},
			{
				line: 6,
				number: '0009',
				givenName: 'Ana',
				familyName: 'Ibáñez López',
				jobTitle: 'Practicante',
				manager: { by: 'number', value: '0007' },
				department: 'Enfermería',
				places: [{ site: 'Planta Sur', share: 100 }],
				workerType: 'intern',
			},
		]);
		expect(problems(file)).toEqual(['5 J date_ambiguous 03/04/2020', '6 J date_ambiguous 01/12/2025']);
		expect(skipped(file)).toEqual(['7 total']);
	});

	it('anywhere: names in many scripts with invisible marks', () => {
		const file = read('scripts.csv');
		expect(file.system).toBe(null);
		expect(mapped(file)).toEqual({ 'Employee ID': 'number', 'Full name': 'name', Department: 'department' });
		expect(people(file)).toEqual([
			{ line: 2, number: '1', givenName: '王小明', familyName: '', department: '護理部' },
			{ line: 3, number: '2', givenName: 'محمد', familyName: 'علي', department: 'التمريض' },
			{ line: 4, number: '3', givenName: 'Иван', familyName: 'Петров', department: 'Уход' },
			{ line: 5, number: '4', givenName: 'Ana', familyName: 'Morales', department: 'Nursing' },
			{ line: 6, number: '5', givenName: 'José', familyName: 'Nuñez', department: 'Nursing' },
			{ line: 7, number: '6', givenName: 'כהן', familyName: 'נועה', department: 'סיעוד' },
			{ line: 8, number: '7', givenName: '김민수', familyName: '', department: '간호' },
			{ line: 9, number: '8', givenName: 'प्रिया', familyName: 'शर्मा', department: 'Nursing' },
			{ line: 10, number: '9', givenName: 'Nguyễn Thị Minh', familyName: 'Khai', department: 'Nursing' },
			{ line: 11, number: '10', givenName: "O’Brien-D'Angelo", familyName: 'Seán', department: 'Nursing' },
			{ line: 12, number: '11', givenName: 'علی‌رضا', familyName: 'رضایی', department: 'Nursing' },
			{ line: 13, number: '12', givenName: 'Cher', familyName: '', department: 'Nursing' },
		]);
		expect(problems(file)).toEqual([]);
		expect(skipped(file)).toEqual([]);
	});

	it('anywhere: stray quotation marks', () => {
		const file = read('stray-quotes.csv');
		expect(file.system).toBe(null);
		expect(mapped(file)).toEqual({
			'Employee ID': 'number',
			Name: 'name',
			'Job title': 'jobTitle',
			Site: 'site',
		});
		expect(people(file)).toEqual([
			{
				line: 2,
				number: '1',
				givenName: 'Ana',
				familyName: 'Morales',
				jobTitle: 'Nurse',
				places: [{ site: 'Main', share: 100 }],
			},
			{
				line: 3,
				number: '2',
				givenName: 'Ben',
				familyName: 'Okafor',
				jobTitle: 'Porter 5\'10"',
				places: [{ site: 'Main', share: 100 }],
			},
			{
				line: 4,
				number: '3',
				givenName: 'Robert "Bob"',
				familyName: 'Smith',
				jobTitle: 'Cook',
				places: [{ site: 'Main', share: 100 }],
			},
			{
				line: 5,
				number: '4',
				givenName: 'Cleo',
				familyName: 'Park',
				jobTitle: 'Clerk of records',
				places: [{ site: 'Annex', share: 100 }],
			},
			{
				line: 7,
				number: '5',
				givenName: 'Dora',
				familyName: 'Quist',
				jobTitle: 'Nurse"',
				places: [{ site: 'Annex', share: 100 }],
			},
			{
				line: 8,
				number: '6',
				givenName: 'Eze',
				familyName: 'Okoro',
				jobTitle: 'Nurse',
				places: [{ site: 'Annex', share: 100 }],
			},
		]);
		expect(problems(file)).toEqual(['2  quote_stray', '3  quote_stray', '4  quote_stray', '7  quote_stray']);
		expect(skipped(file)).toEqual([]);
	});

	it('a spreadsheet that damaged it', () => {
		const file = read('excel-damage.csv');
		expect(file.system).toBe(null);
		expect(mapped(file)).toEqual({
			'Employee ID': 'number',
			Name: 'name',
			'Manager ID': 'managerNumber',
			'Hire Date': 'hiredOn',
			'E-mail': 'email',
			'Worker type': 'workerType',
		});
		expect(people(file)).toEqual([
			{
				line: 3,
				number: '00123',
				givenName: 'Ana',
				familyName: 'Morales',
				email: 'ana@harbor.example',
				workerType: 'employee',
				hiredOn: '2024-03-25',
			},
			{
				line: 6,
				number: '1004',
				givenName: 'Dora',
				familyName: 'Quist',
				manager: { by: 'number', value: '00123' },
				hiredOn: '2024-03-28',
			},
			{
				line: 7,
				number: '00125',
				givenName: 'Eze',
				familyName: 'Okoro',
				email: 'eze@harbor.example',
				workerType: 'employee',
			},
			{ line: 8, number: '126', givenName: 'Priya', familyName: 'Okafor' },
		]);
		expect(problems(file)).toEqual([
			'4 A number_cut held back 1.23457E+11',
			'5 A number_cut held back 1.23457E+11',
			'6 E cell_error #N/A',
			'6 F worker_type_unknown Wizard',
			'7 C cell_error #REF!',
		]);
		expect(skipped(file)).toEqual([]);
	});

	it('people who work at several sites', () => {
		const file = read('several-sites.csv');
		expect(file.system).toBe(null);
		expect(mapped(file)).toEqual({
			'Employee ID': 'number',
			Name: 'name',
			Site: 'site',
			'Site %': 'siteShare',
			'Site 2': 'site',
			'Site 2 %': 'siteShare',
			Remote: 'remote',
			'Home State': 'homeRegion',
		});
		expect(people(file)).toEqual([
			{
				line: 2,
				number: '1',
				givenName: 'Ana',
				familyName: 'Morales',
				places: [
					{ site: 'Main', share: 60 },
					{ site: 'Annex', share: 40 },
				],
			},
			{
				line: 3,
				number: '2',
				givenName: 'Ben',
				familyName: 'Okafor',
				places: [
					{ site: 'Main', share: 50 },
					{ site: 'Annex', share: 50 },
				],
			},
			{
				line: 4,
				number: '3',
				givenName: 'Cleo',
				familyName: 'Park',
				places: [
					{ site: 'Main', share: 70 },
					{ site: 'Annex', share: 30 },
				],
			},
			{ line: 5, number: '4', givenName: 'Dora', familyName: 'Quist' },
			{
				line: 6,
				number: '5',
				givenName: 'Eze',
				familyName: 'Okoro',
				places: [{ country: 'US', region: 'NV', city: null, share: 100 }],
			},
			{ line: 7, number: '6', givenName: 'Fay', familyName: 'Lund', places: [{ site: 'Main', share: 100 }] },
			{
				line: 9,
				number: '7',
				givenName: 'Gil',
				familyName: 'Roca',
				places: [
					{ site: 'Main', share: 75 },
					{ country: 'US', region: 'OR', city: null, share: 25 },
				],
			},
			{
				line: 10,
				number: '8',
				givenName: 'Hana',
				familyName: 'Sato',
				places: [
					{ site: 'Main and Sons', share: 50 },
					{ site: 'Annex', share: 50 },
				],
			},
			{ line: 11, number: '9', givenName: 'Ida', familyName: 'Berg' },
		]);
		expect(problems(file)).toEqual(['5 D share_broken', '7 G remote_unknown Sometimes', '11 H home_unknown']);
		expect(skipped(file)).toEqual(['8 heading', '12 note']);
	});

	it('people with everything wrong that may be', () => {
		const file = read('defects.csv');
		expect(file.system).toBe(null);
		expect(mapped(file)).toEqual({
			'Employee ID': 'number',
			'First name': 'givenName',
			'Last name': 'familyName',
			'Work email': 'email',
			'Manager ID': 'managerNumber',
			'Hire date': 'hiredOn',
			'Rehire date': 'rehiredOn',
			'Termination date': 'endedOn',
			'Leave start': 'leaveFrom',
			'Leave end': 'leaveUntil',
			Status: 'status',
			'Worker type': 'workerType',
			'Supervisor (Y/N)': 'supervisor',
			Language: 'language',
		});
		expect(people(file)).toEqual([
			{
				line: 2,
				number: '1',
				givenName: 'Ana',
				familyName: 'Morales',
				email: 'ana@harbor.example',
				supervisor: true,
				workerType: 'employee',
				language: 'en',
				hiredOn: '2020-01-02',
				status: 'active',
			},
			{
				line: 3,
				number: '2',
				givenName: 'Ben',
				familyName: 'Okafor',
				email: 'ben@harbor.example',
				supervisor: false,
				manager: { by: 'number', value: '1' },
				workerType: 'employee',
				language: 'en',
				hiredOn: '2020-01-02',
				status: 'active',
			},
			{
				line: 7,
				number: '4',
				givenName: 'Eze',
				familyName: 'Okoro',
				workerType: 'employee',
				hiredOn: '2021-05-01',
				status: 'active',
			},
			{
				line: 10,
				number: '6',
				givenName: 'Fay',
				familyName: 'Lund',
				supervisor: false,
				manager: { by: 'number', value: '99' },
				language: 'en',
				leaveFrom: '2026-03-01',
			},
			{
				line: 11,
				number: '7',
				givenName: 'Gil',
				familyName: 'Roca',
				email: 'gil@harbor.example',
				supervisor: false,
				manager: { by: 'number', value: '1' },
				workerType: 'employee',
				language: 'es',
				hiredOn: '2021-05-01',
				status: 'active',
			},
			{
				line: 12,
				number: '8',
				givenName: 'Hana',
				familyName: 'Sato',
				email: 'hana@harbor.example',
				supervisor: false,
				manager: { by: 'number', value: '1' },
				workerType: 'employee',
				hiredOn: '2010-05-01',
				status: 'active',
			},
			{
				line: 13,
				number: '9',
				givenName: 'Ida',
				familyName: 'Berg',
				supervisor: false,
				manager: { by: 'number', value: '1' },
				workerType: 'employee',
				hiredOn: '2021-05-01',
				status: 'active',
			},
		]);
		expect(problems(file)).toEqual([
			'5 H end_before_hire 2020-05-01',
			'5 A number_twice held back 3',
			'6 A number_twice held back 3',
			'7 G rehire_before_hire 2020-01-01',
			'7 E manager_self 4',
			'7 M supervisor_unknown perhaps',
			'7 N language_unknown Klingon',
			'8 A number_missing held back',
			'9 C name_missing held back',
			'10 F date_broken 2021-02-30',
			'10 J leave_ends_before 2026-02-01',
			'10 K status_unknown Napping',
			'10 D email_broken fay at harbor',
			'10 L worker_type_unknown Robot',
			'11 H end_before_hire 2019-01-01',
			'12 H active_but_ended 2020-01-01',
			'14 D lines_contradict ida.berg@harbor.example',
		]);
		expect(skipped(file)).toEqual([]);
	});

	it('Paycom: UTF-16 without a mark, days that contradict each other', () => {
		const file = read('paycom.csv');
		expect(file.system).toBe('Paycom');
		expect(mapped(file)).toEqual({
			Employee_Code: 'number',
			Legal_Firstname: 'givenName',
			Legal_Lastname: 'familyName',
			Department_Desc: 'department',
			Supervisor_Primary: 'manager',
			Hire_Date: 'hiredOn',
			Annual_Salary: 'pay',
		});
		expect(people(file)).toEqual([
			{ line: 2, number: '0A1', givenName: 'Ana', familyName: 'Morales', department: 'Ward' },
			{
				line: 3,
				number: '0A2',
				givenName: 'Ben',
				familyName: 'Okafor',
				manager: { by: 'name', value: 'Ana Morales' },
				department: 'Ward',
				hiredOn: '2020-04-25',
			},
			{
				line: 4,
				number: '0A3',
				givenName: 'Cleo',
				familyName: 'Park',
				manager: { by: 'name', value: 'Ana Morales' },
				department: 'Ward',
				hiredOn: '2020-04-25',
			},
		]);
		expect(problems(file)).toEqual(['2 F date_ambiguous 03/04/2020']);
		expect(skipped(file)).toEqual([]);
	});

	it('somebody hostile: words that objects are made of', () => {
		const file = read('prototype.csv');
		expect(file.system).toBe(null);
		expect(people(file)).toEqual([
			{ line: 2, number: 'constructor', givenName: '__proto__', familyName: 'toString' },
			{ line: 3, number: '__proto__', givenName: 'valueOf', familyName: 'Proto' },
		]);
		expect(problems(file)).toEqual([]);
		expect(skipped(file)).toEqual([]);
	});

	it('each of them, without a word of a column that is not read', () => {
		const names = readdirSync(folder).filter((name) => !name.endsWith('.ts'));
		expect(names.length).toBeGreaterThanOrEqual(20);
		for (const name of names) {
			const said = JSON.stringify(read(name));
			expect(said, name).not.toContain('canary');
			expect(said, name).not.toContain('91000');
		}
	});
});

describe('what a file leaves open', () => {
	it('is asked once a column, with the first cells that can be read both ways', () => {
		expect(read('gusto.txt').questions).toEqual([
			{
				index: 9,
				letter: 'J',
				heading: 'Start date',
				column: 'hiredOn',
				cells: [
					{ line: 2, text: '03/04/2022', monthFirst: '2022-03-04', dayFirst: '2022-04-03' },
					{ line: 3, text: '04/05/2022', monthFirst: '2022-04-05', dayFirst: '2022-05-04' },
				],
				ambiguous: 2,
				monthFirst: 0,
				dayFirst: 0,
				answer: null,
			},
		]);
		expect(read('nomina.csv').questions).toMatchObject([{ ambiguous: 2, monthFirst: 0, dayFirst: 1 }]);
		expect(read('workday.xlsx').questions).toEqual([]);
	});

	it.each([
		['month_first', ['2020-03-04', null, '2020-04-25'], 3],
		['day_first', ['2020-04-03', '2020-04-25', null], 4],
	] as const)(
		'is read by the answer %s; a cell that cannot be stays open and is named',
		(answer, days, line) => {
			const bytes = readFileSync(join(folder, 'paycom.csv'));
			const file = readPeople({ bytes, today, orders: { 5: answer } }) as PeopleFile;
			expect(file.rows.map(({ hiredOn }) => hiredOn)).toEqual(days);
			expect(file.problems).toMatchObject([{ line, reason: 'date_contradicts', holdsBack: false }]);
			expect(file.questions).toMatchObject([{ monthFirst: 1, dayFirst: 1, answer }]);
		},
	);

	it('is another sheet, where somebody chooses one', () => {
		const bytes = readFileSync(join(folder, 'zoho.xls'));
		const file = readPeople({ bytes, today, sheet: 2 }) as PeopleFile;
		expect(people(file)).toEqual([{ line: 2, number: 'OLD1', givenName: 'Zed', familyName: 'Young' }]);
		expect(file.sheets.map(({ name }) => name)).toEqual(['Readme', 'Employees', 'Archive']);
		const readme = readPeople({ bytes, today, sheet: 0 }) as PeopleFile;
		expect(readme).toMatchObject({ missing: ['number', 'name'], rows: [] });
	});

	it('is mapped as somebody says, or said before of the same headings', () => {
		const bytes = readFileSync(join(folder, 'gusto.txt'));
		const mapping: (Column | null)[] = [
			'number',
			'familyName',
			null,
			null,
			null,
			null,
			null,
			null,
			null,
			null,
			null,
		];
		const file = readPeople({ bytes, today, mapping }) as PeopleFile;
		expect(people(file)[1]).toEqual({ line: 3, number: '6h1a2b', givenName: '', familyName: 'Ben' });
		expect(JSON.stringify(file)).not.toContain('front@harbor.example');
		const again = readPeople({ bytes, today, remembered: { [file.headingsHash]: mapping } }) as PeopleFile;
		expect(again).toEqual(file);
	});
});
