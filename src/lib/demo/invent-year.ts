import { plusDays } from './days.ts';
import type { Dice } from './dice.ts';
import { type Addresses, draftPerson, type Draft } from './draft-people.ts';
import { inventFamilyName } from './names.ts';

interface Year {
	readonly begin: string;
	readonly today: string;
	readonly size: number;
	readonly addresses: Addresses;
}

/**
 * What happened to an organization in a year, told from its end: who is there today was promoted, moved, was on leave, came
 * back, married; and some who were there have left.
 * @returns those who have left
 */
export function inventYear(present: readonly Draft[], year: Year, by: Dice): Draft[] {
	const { begin, today, size } = year;
	/** Nobody has two stories, and the cast has none. */
	const free = new Set(present.filter(({ slot, spans }) => !slot.member && (spans[0]?.from ?? '') < begin));
	const choose = (count: number, fits: (draft: Draft) => boolean): Draft[] => {
		const chosen = by.some([...free].filter(fits), Math.max(1, Math.round(count)));
		for (const draft of chosen) free.delete(draft);
		return chosen;
	};
	const aDay = (least: number, most: number) => plusDays(begin, by.between(least, most));
	const staff = ({ slot }: Draft) => slot.rank === 'staff';

	const leavers = inventLeavers(present, year, by);
	for (const draft of choose(
		size * 0.002,
		({ slot }) => slot.rank === 'head' && slot.boss?.rank === 'director',
	)) {
		const before = follow(draft, aDay(40, 320), year, by);
		leavers.push(before);
	}
	for (const draft of choose(size * 0.008, ({ slot }) => slot.rank === 'lead')) promote(draft, aDay(30, 350));
	for (const draft of choose(
		size * 0.03,
		(one) => staff(one) && !!one.slot.job?.next && one.titles.length === 1 && one.type === 'employee',
	))
		rise(draft, aDay(20, 355));
	for (const draft of choose(size * 0.025, (one) => staff(one) && one.places[0]?.value.length === 1))
		move(draft, present, aDay(20, 350), by);
	for (const draft of choose(size * 0.05, staff)) {
		const from = aDay(10, 250);
		draft.leaves.push({ from, back: plusDays(from, by.between(14, 100)), planned: by.happens(0.7) });
	}
	for (const draft of choose(size * 0.013, staff)) {
		const from = plusDays(today, -by.between(5, 80));
		const planned = by.happens(0.8);
		draft.leaves.push({ from, back: planned ? plusDays(today, by.between(4, 70)) : null, planned });
	}
	for (const draft of choose(size * 0.008, (one) => one.emails.length === 1))
		rename(draft, aDay(20, 350), year, by);
	for (const draft of choose(size * 0.01, (one) => one.type === 'employee' && staff(one))) {
		const on = aDay(60, 340);
		draft.types = [
			{ from: null, value: 'temporary' },
			{ from: on, value: 'employee' },
		];
	}
	for (const draft of choose(size * 0.0015, (one) => staff(one) && one.type === 'employee')) {
		const first = draft.spans[0]?.from ?? begin;
		const left = aDay(30, 120);
		draft.spans = [
			{ from: first, until: left },
			{ from: plusDays(left, by.between(60, 200)), until: null },
		];
	}
	for (const [index, draft] of choose(size * 0.008, () => true).entries())
		mistake(draft, index, aDay(15, 200), by);
	for (const draft of choose(size * 0.002, (one) => staff(one) && one.type !== 'volunteer')) {
		const [span] = draft.spans;
		if (span) draft.spans = [{ ...span, until: plusDays(today, by.between(6, 40)) }];
	}
	return leavers;
}

/** Somebody who worked beside each of these, and has left since. */
function inventLeavers(present: readonly Draft[], year: Year, by: Dice): Draft[] {
	const { begin, size, addresses } = year;
	const beside = by.some(
		present.filter(({ slot }) => slot.rank === 'staff' && !slot.member),
		Math.round(size * 0.11),
	);
	return beside.map((one) => {
		const until = plusDays(begin, by.between(12, 352));
		const short = by.happens(0.25);
		const from = short ? plusDays(until, -by.between(20, 120)) : plusDays(begin, -by.between(90, 2400));
		const draft = draftPerson(one.slot, from, addresses, by);
		draft.spans = [{ from, until }];
		draft.bosses = [{ from: null, boss: one.bosses[0]?.boss }];
		return draft;
	});
}

/** Somebody directed the department before, and left; whoever directs it now, had a team in it. */
function follow(draft: Draft, on: string, { begin, addresses }: Year, by: Dice): Draft {
	const before = draftPerson(draft.slot, plusDays(begin, -by.between(900, 3300)), addresses, by);
	before.spans = before.spans.map((span) => ({ ...span, until: plusDays(on, -1) }));
	before.bosses = draft.bosses;
	promote(draft, on, before);
	draft.tookOver = { on, from: before };
	return before;
}

/** They were one of the team that they lead now. */
function promote(draft: Draft, on: string, before?: Draft): void {
	const { department, rank } = draft.slot;
	const was = rank === 'head' ? department.lead : (department.jobs[0]?.title ?? department.lead);
	const boss = draft.bosses[0]?.boss;
	draft.titles = [{ from: null, value: was }, ...draft.titles.map(({ value }) => ({ from: on, value }))];
	draft.supervises = [
		{ from: null, value: rank === 'head' },
		{ from: on, value: true },
	];
	if (!before) {
		draft.tookOver = { on, from: boss };
		return;
	}
	draft.bosses = [
		{ from: null, boss: before },
		{ from: on, boss },
	];
}

/** The same team, a better title. */
function rise(draft: Draft, on: string): void {
	const next = draft.slot.job?.next;
	if (next) draft.titles = [...draft.titles, { from: on, value: next }];
}

/** They worked at another site before, in the same department. */
function move(draft: Draft, present: readonly Draft[], on: string, by: Dice): void {
	const { department, site } = draft.slot;
	const elsewhere = present.filter(
		({ slot }) =>
			slot.department === department && slot.site !== site && slot.rank === 'staff' && !slot.member,
	);
	if (elsewhere.length === 0) return;
	const from = by.pick(elsewhere);
	draft.places = [
		{ from: null, value: [{ site: from.slot.site.name, share: 100 }] },
		...draft.places.map(({ value }) => ({ from: on, value })),
	];
	draft.bosses = [
		{ from: null, boss: from.bosses.at(-1)?.boss },
		{ from: on, boss: draft.bosses.at(-1)?.boss },
	];
}

/** A new family name, and an address that goes with it. */
function rename(draft: Draft, on: string, { addresses }: Year, by: Dice): void {
	const [givenName] = draft.first;
	const familyName = inventFamilyName(by);
	draft.names = [...draft.names, { from: on, value: { givenName, familyName } }];
	draft.emails = [...draft.emails, { from: plusDays(on, 3), value: addresses.next(givenName, familyName) }];
}

/** A slip of the keyboard, found weeks later. */
function mistake(draft: Draft, kind: number, foundOn: string, by: Dice): void {
	const [givenName, familyName] = draft.first;
	const from = draft.spans[0]?.from ?? '';
	if (kind % 2 === 0) {
		const at = by.between(1, familyName.length - 2);
		const slip = familyName.slice(0, at) + (familyName[at] ?? '') + familyName.slice(at);
		draft.mistakes.push({ kind: 'name', startsOn: from, said: { value: { givenName, familyName: slip } } });
		const value = { givenName, familyName };
		draft.mended.push({ kind: 'name', value, startsOn: from, knownOn: foundOn, mends: true });
		return;
	}
	const slip = plusDays(from, -by.pick([1, 9, 30]));
	draft.mistakes.push({ kind: 'employment', startsOn: from, said: { startsOn: slip } });
	draft.mended.push({ kind: 'employment', value: 'employed', startsOn: from, knownOn: foundOn, mends: true });
}
