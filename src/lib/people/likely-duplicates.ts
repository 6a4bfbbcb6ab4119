import { searchText } from './search-text.ts';

/** What is compared of somebody. */
export interface Comparable {
	readonly id: string;
	readonly number: string;
	readonly givenName: string;
	readonly familyName: string;
	/** Every address they ever had. */
	readonly emails: readonly string[];
	readonly siteId: string | null;
	readonly departmentId: string | null;
	readonly jobTitle: string | null;
	readonly hiredOn: string | null;
	readonly endedOn: string | null;
}

/** What two have in common. The words are messages `people_duplicate_same_<what>`. */
export const likenesses = [
	'email',
	'name',
	'hiredOn',
	'number',
	'site',
	'department',
	'jobTitle',
	'returned',
] as const;
export type Likeness = (typeof likenesses)[number];

export interface LikelyPair {
	/** The smaller id. */
	readonly one: string;
	readonly other: string;
	/** More is likelier; from `enough` on it is worth asking. */
	readonly score: number;
	readonly same: readonly Likeness[];
}

/** How much each weighs: a name or an address alone is not enough, with one more thing it is. */
const weights: Record<Likeness, number> = {
	email: 5,
	name: 4,
	hiredOn: 3,
	number: 3,
	site: 2,
	department: 1,
	jobTitle: 1,
	/** One left before the other came: who comes back often gets a new number. */
	returned: 3,
};
const enough = 7;
/** Who shares a name with more people than this is compared only with those who began on the same day. */
const crowd = 40;

/**
 * Pairs that are likely one person. Only those are compared who share a name, an address or a number that differs in
 * nothing but zeros and signs, so that ten thousand take no time.
 * @returns the likeliest first
 */
export function likelyDuplicates(people: readonly Comparable[]): LikelyPair[] {
	const pairs = new Map<string, LikelyPair>();
	for (const group of groups(people)) {
		for (const [index, first] of group.entries()) {
			for (const second of group.slice(index + 1)) {
				const [one, other] = first.id < second.id ? [first, second] : [second, first];
				const key = `${one.id} ${other.id}`;
				if (pairs.has(key) || one.id === other.id) continue;
				const pair = compare(one, other);
				const alike = pair.same.includes('name') || pair.same.includes('email');
				if (alike && pair.score >= enough) pairs.set(key, pair);
			}
		}
	}
	return [...pairs.values()].sort(
		(a, b) => b.score - a.score || a.one.localeCompare(b.one) || a.other.localeCompare(b.other),
	);
}

function groups(people: readonly Comparable[]): Comparable[][] {
	const by = (keysOf: (person: Comparable) => readonly string[]) => {
		const found = new Map<string, Comparable[]>();
		for (const person of people) {
			for (const key of new Set(keysOf(person))) {
				if (key === '') continue;
				const group = found.get(key);
				if (group) group.push(person);
				else found.set(key, [person]);
			}
		}
		return [...found.values()].filter((group) => group.length > 1);
	};
	const named = by((person) => [nameKey(person)]);
	const begun = by((person) =>
		person.hiredOn === null || nameKey(person) === '' ? [] : [`${nameKey(person)} ${person.hiredOn}`],
	);
	const small = (list: Comparable[][]) => list.filter((group) => group.length <= crowd);
	return [
		...small(named),
		...small(begun),
		...small(by(({ emails }) => emails.map(mailbox))),
		...small(by(({ number }) => [bareNumber(number)])),
	];
}

function compare(one: Comparable, other: Comparable): LikelyPair {
	const equal = (a: string | null, b: string | null) => a !== null && a !== '' && a === b;
	const mailboxes = new Set(one.emails.map(mailbox).filter(Boolean));
	const returned = (left: Comparable, came: Comparable) =>
		left.endedOn !== null && came.hiredOn !== null && left.endedOn < came.hiredOn;
	const has: Record<Likeness, boolean> = {
		email: other.emails.some((email) => mailboxes.has(mailbox(email))),
		name: equal(nameKey(one), nameKey(other)),
		hiredOn: equal(one.hiredOn, other.hiredOn),
		number: equal(bareNumber(one.number), bareNumber(other.number)),
		site: equal(one.siteId, other.siteId),
		department: equal(one.departmentId, other.departmentId),
		jobTitle: equal(one.jobTitle, other.jobTitle),
		returned: returned(one, other) || returned(other, one),
	};
	const same = likenesses.filter((likeness) => has[likeness]);
	const score = same.reduce((sum, likeness) => sum + weights[likeness], 0);
	return { one: one.id, other: other.id, score, same };
}

/** Given and family name in any order: some systems turn them around. */
const nameKey = ({ givenName, familyName }: Comparable) =>
	searchText(givenName, familyName)
		.split(/[\s,.'’-]+/)
		.filter(Boolean)
		.sort()
		.join(' ');

/** What stands before the @: companies that merge change what stands after it. Short ones say nothing. */
function mailbox(email: string): string {
	const box = email.slice(0, Math.max(0, email.lastIndexOf('@'))).toLowerCase();
	return box.length >= 6 ? box : '';
}

/** A number without the zeros and signs in front of it: `00123`, `E-123` and `123`. */
const bareNumber = (number: string) => /[1-9]\d{2,}$/.exec(number)?.[0] ?? '';
