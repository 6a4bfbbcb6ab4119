import type { PersonRow, ProblemReason } from './person-row.ts';
import { plain } from './tidy.ts';

/** Somebody whom a file may name as a manager. */
export interface Directory {
	readonly number: string;
	readonly givenName: string;
	readonly familyName: string;
	readonly preferredName: string | null;
	readonly email: string | null;
	readonly managerNumber: string | null;
}

type Say = (row: PersonRow, reason: ProblemReason, who?: readonly string[]) => void;

/**
 * Who manages whom, by number: people of the file and of the organization, found by number, by address, or by a name that
 * only one of them has. Nobody reports to themselves, alone or in a circle: whatever of a circle the file says stays open.
 * @returns the manager's number by the number of who reports; rows without one say nothing, or nothing usable
 */
export function resolveManagers(
	rows: readonly PersonRow[],
	known: readonly Directory[],
	say: Say,
): Map<string, string> {
	const find = finder(rows, known);
	const found = new Map<string, string>();
	for (const row of rows) {
		if (row.manager === null) continue;
		const matches = find(row.manager.by, row.manager.value);
		const [only] = matches;
		if (only === undefined) say(row, 'manager_unknown');
		else if (matches.size > 1) say(row, 'manager_several');
		else if (only[0] === row.number) say(row, 'manager_self');
		else found.set(row.number, only[0]);
	}
	openCircles(rows, known, found, say);
	return found;
}

function finder(rows: readonly PersonRow[], known: readonly Directory[]) {
	// What the file says of somebody goes before what was known.
	const people = new Map<string, Omit<Directory, 'managerNumber'>>();
	for (const one of known) people.set(one.number, one);
	for (const row of rows)
		people.set(row.number, { ...row, email: row.email ?? people.get(row.number)?.email ?? null });
	const indexes = {
		number: new Map<string, Set<string>>(),
		bare: new Map<string, Set<string>>(),
		email: new Map<string, Set<string>>(),
		name: new Map<string, Set<string>>(),
	};
	const add = (index: keyof typeof indexes, key: string, number: string) => {
		const there = indexes[index].get(key);
		if (there) there.add(number);
		else if (key !== '') indexes[index].set(key, new Set([number]));
	};
	for (const { number, givenName, familyName, preferredName, email } of people.values()) {
		add('number', number, number);
		add('bare', bareNumber(number), number);
		if (email) add('email', email, number);
		add('name', nameKey(`${givenName} ${familyName}`), number);
		if (preferredName) add('name', nameKey(`${preferredName} ${familyName}`), number);
	}
	const none = new Set<string>();
	return (by: 'number' | 'email' | 'name', value: string): Map<string, true> => {
		const all = (numbers: ReadonlySet<string> | undefined) =>
			new Map([...(numbers ?? none)].map((number) => [number, true] as const));
		if (by === 'email') return all(indexes.email.get(value));
		// "00123" and 123 are the same, where only one has it: one column was text and the other was not.
		if (by === 'number') return all(indexes.number.get(value) ?? indexes.bare.get(bareNumber(value)));
		const named = all(indexes.name.get(nameKey(value)));
		// "Ana Morales HRM1": the number behind the name.
		return named.size > 0 ? named : all(indexes.number.get(value.split(' ').at(-1) ?? ''));
	};
}

const bareNumber = (number: string) => number.replace(/^0+(?=.)/, '').toLowerCase();

/** A name however it is turned: "Okafor, Ben" and "Ben Okafor". */
const nameKey = (name: string) => plain(name).split(' ').sort().join(' ');

function openCircles(
	rows: readonly PersonRow[],
	known: readonly Directory[],
	found: Map<string, string>,
	say: Say,
): void {
	const manager = new Map<string, string>();
	for (const { number, managerNumber } of known)
		if (managerNumber !== null) manager.set(number, managerNumber);
	for (const [number, above] of found) manager.set(number, above);
	const byNumber = new Map(rows.map((row) => [row.number, row]));
	const names = new Map(known.map((one) => [one.number, `${one.givenName} ${one.familyName}`.trim()]));
	for (const row of rows) names.set(row.number, `${row.givenName} ${row.familyName}`.trim());
	const clear = new Set<string>();
	for (const start of found.keys()) {
		const way: string[] = [];
		const onWay = new Map<string, number>();
		let at: string | undefined = start;
		while (at !== undefined && !clear.has(at) && !onWay.has(at)) {
			onWay.set(at, way.length);
			way.push(at);
			at = manager.get(at);
		}
		const from = at === undefined || clear.has(at) ? undefined : onWay.get(at);
		if (from !== undefined) {
			const circle = way.slice(from);
			const who = circle.map((number) => names.get(number) ?? number);
			for (const number of circle) {
				const row = byNumber.get(number);
				if (!row || !found.delete(number)) continue;
				manager.delete(number);
				say(row, 'manager_circle', who);
			}
		}
		for (const number of way) clear.add(number);
	}
}
