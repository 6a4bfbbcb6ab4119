import { describe, expect, it } from 'vitest';
import { cast } from './cast.ts';
import { inventOrganization } from './invent-organization.ts';
import { plannedSites } from './places.ts';
import type { PlannedPerson } from './plan.ts';

const today = '2026-11-20';
const plan = inventOrganization({ size: 3000, seed: 7, today });
const works = ({ taker }: PlannedPerson) => taker.until === null || taker.until >= today;
const present = plan.people.filter(works);
const lastOf = (person: PlannedPerson, kind: string) =>
	person.facts.filter((fact) => fact.kind === kind && fact.startsOn <= today).at(-1)?.value;
const part = (fits: (person: PlannedPerson) => boolean) => present.filter(fits).length / present.length;
const told = (kind: string, value?: unknown) => (person: PlannedPerson) =>
	person.facts.some((fact) => fact.kind === kind && (value === undefined || fact.value === value));

describe('the invented organization', () => {
	it.each([100, 200, 3000])('has %i people today', (size) => {
		const { people } = inventOrganization({ size, seed: 7, today });
		expect(people.filter(works)).toHaveLength(size);
		expect(new Set(people.map(({ number }) => number)).size).toBe(people.length);
	});

	it('is the same for the same seed and day, and another one for another seed', () => {
		expect(inventOrganization({ size: 200, seed: 7, today })).toEqual(
			inventOrganization({ size: 200, seed: 7, today }),
		);
		const other = inventOrganization({ size: 200, seed: 8, today });
		expect(other.people[50]?.familyName).not.toBe(
			inventOrganization({ size: 200, seed: 7, today }).people[50]?.familyName,
		);
	});

	it('has the cast in its places', () => {
		for (const { number, name, title } of cast) {
			const person = plan.people.find((one) => one.number === number);
			expect(`${person?.givenName} ${person?.familyName}`).toBe(name);
			expect(person && lastOf(person, 'jobTitle')).toBe(title);
		}
		const priya = plan.people.find(({ number }) => number === '1001');
		expect(priya && lastOf(priya, 'manager')).toBe('1002');
	});

	it('has managers at least four deep, without a circle, and no team that nobody could lead', () => {
		const boss = new Map(present.map((person) => [person.number, lastOf(person, 'manager')]));
		const depth = (number: string): number => {
			const above = boss.get(number) as string | undefined;
			return above ? 1 + depth(above) : 0; // a circle would never end
		};
		const depths = present.map(({ number }) => depth(number));
		expect(Math.max(...depths)).toBeGreaterThanOrEqual(4);
		expect(depths.filter((one) => one === 0)).toHaveLength(1);
		const spans = Map.groupBy(present, ({ number }) => boss.get(number));
		for (const [above, team] of spans) expect(team.length, String(above)).toBeLessThanOrEqual(22);
		const there = new Set(present.map(({ number }) => number));
		for (const above of boss.values()) expect(above === undefined || there.has(above as string)).toBe(true);
	});

	it('is spread over its sites, at home, at night, and over every kind of work', () => {
		for (const { name } of plannedSites) {
			expect(part(({ taker }) => taker.site === name)).toBeGreaterThan(0.02);
		}
		const home = (person: PlannedPerson) =>
			(lastOf(person, 'workPlaces') as object[]).some((place) => 'country' in place);
		const shares = (person: PlannedPerson) => (lastOf(person, 'workPlaces') as object[]).length > 1;
		expect(part(home)).toBeGreaterThan(0.01);
		expect(part(shares)).toBeGreaterThan(0.02);
		expect(part(({ taker }) => taker.shift === 'night')).toBeGreaterThan(0.1);
		expect(part(({ language }) => language === 'es')).toBeCloseTo(0.25, 1);
		expect(part((person) => !told('email')(person))).toBeCloseTo(0.09, 1);
		for (const type of ['contractor', 'temporary', 'seasonal', 'intern', 'volunteer']) {
			expect(part(told('workerType', type)), type).toBeGreaterThan(0.005);
		}
	});

	it('had a year in which people came, left, came back, rose, moved, rested, married and were mistaken for others', () => {
		const changed = (kind: string) =>
			present.filter((person) => person.facts.filter((fact) => fact.kind === kind).length > 1).length;
		expect(plan.people.length - present.length).toBeGreaterThan(200);
		expect(part(({ taker }) => taker.from >= plan.begin)).toBeGreaterThan(0.08);
		for (const kind of [
			'name',
			'email',
			'jobTitle',
			'supervisor',
			'manager',
			'workPlaces',
			'workerType',
			'leave',
		])
			expect(changed(kind), kind).toBeGreaterThan(5);
		const back = present.filter((one) => one.facts.filter(({ value }) => value === 'employed').length > 1);
		expect(back.length).toBeGreaterThan(2);
		expect(present.flatMap(({ facts }) => facts.filter(({ mends }) => mends)).length).toBeGreaterThan(10);
		const onLeave = present.filter((one) => lastOf(one, 'leave') === 'on');
		expect(onLeave.length).toBeGreaterThan(10);
	});

	it('knows nothing before its day that it could not know, and gives no address twice', () => {
		for (const { facts, knownOn } of plan.people)
			for (const fact of facts) {
				expect(fact.knownOn >= knownOn).toBe(true);
				expect(fact.knownOn <= today).toBe(true);
			}
		const addresses = plan.people.flatMap(({ facts }) =>
			facts.filter(({ kind }) => kind === 'email').map(({ value }) => value),
		);
		expect(new Set(addresses).size).toBe(addresses.length);
	});
});
