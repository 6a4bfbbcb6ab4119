import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likelyDuplicates, type Comparable } from './likely-duplicates.ts';

const ana: Comparable = {
	id: 'a',
	number: '2001',
	givenName: 'Ana',
	familyName: 'López',
	emails: ['ana.lopez@old.example'],
	siteId: 'main',
	departmentId: null,
	jobTitle: 'Nurse',
	hiredOn: '2020-03-02',
	endedOn: null,
};
const stranger: Comparable = {
	...ana,
	id: 'z',
	number: '9999',
	givenName: 'Omar',
	familyName: 'Haddad',
	emails: ['omar.haddad@old.example'],
};
const sames = (other: Partial<Comparable>) =>
	likelyDuplicates([
		ana,
		{ ...ana, number: '7777', emails: [], siteId: null, jobTitle: null, hiredOn: null, id: 'b', ...other },
	]).map(({ same }) => same);

describe('people who are likely one', () => {
	it('share a name and the first day, the site, or an address', () => {
		expect(sames({ hiredOn: '2020-03-02' })).toEqual([['name', 'hiredOn']]);
		expect(sames({ siteId: 'main', jobTitle: 'Nurse' })).toEqual([['name', 'site', 'jobTitle']]);
		expect(sames({ emails: ['Ana.Lopez@new.example'] })).toEqual([['email', 'name']]);
		expect(sames({ number: 'E-02001' })).toEqual([['name', 'number']]);
	});

	it('are recognized with names turned around, without accents', () => {
		expect(sames({ givenName: 'LOPEZ', familyName: 'ana', hiredOn: '2020-03-02' })).toEqual([
			['name', 'hiredOn'],
		]);
	});

	it('came back under a new number', () => {
		expect(
			likelyDuplicates([
				{ ...ana, endedOn: '2022-01-31' },
				{ ...ana, id: 'b', number: '7777', emails: [], siteId: null, jobTitle: null, hiredOn: '2024-05-01' },
			]),
		).toMatchObject([{ same: ['name', 'returned'] }]);
	});

	it('do not merely share a name, a site, a first day, or the end of a number', () => {
		expect(sames({})).toEqual([]);
		expect(sames({ jobTitle: 'Nurse' })).toEqual([]);
		expect(likelyDuplicates([ana, stranger])).toEqual([]);
		expect(likelyDuplicates([ana, { ...stranger, number: 'X2001', siteId: null }])).toEqual([]);
		expect(
			likelyDuplicates([
				{ ...ana, givenName: '', familyName: '' },
				{ ...ana, id: 'b', givenName: '', familyName: '', emails: [] },
			]),
		).toEqual([]);
	});

	it('are told the likeliest first, each pair once, whatever the order', () => {
		const people = [
			ana,
			{ ...ana, id: 'b', number: '02001' },
			{ ...ana, id: 'c', number: '3003', emails: [], siteId: null },
			stranger,
		];
		const told = likelyDuplicates(people);
		expect(told.map(({ one, other }) => one + other)).toEqual(['ab', 'ac', 'bc']);
		fc.assert(
			fc.property(fc.shuffledSubarray(people, { minLength: people.length }), (shuffled) => {
				expect(likelyDuplicates(shuffled)).toEqual(told);
			}),
		);
	});

	it('are found in a crowd of one name only where the first day is the same', () => {
		const many = Array.from({ length: 100 }, (_, index) => ({
			...ana,
			id: String(index).padStart(3, '0'),
			number: `N${index}`,
			emails: [],
			hiredOn: `20${String(10 + (Math.floor(index / 2) % 15))}-0${1 + (Math.floor(index / 30) % 9)}-01`,
		}));
		const told = likelyDuplicates(many);
		expect(told.length).toBeGreaterThan(0);
		expect(told.every(({ same }) => same.includes('hiredOn'))).toBe(true);
	});
});
