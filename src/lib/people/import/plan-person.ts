import type { FactKind } from '../fact.ts';
import type { PersonRow, PlaceMention } from './person-row.ts';

/** A fact in words: sites and departments by name, managers by number. */
export interface KnownFact {
	readonly id: string;
	readonly kind: FactKind;
	readonly value: unknown;
	readonly startsOn: string;
}

/** Somebody as they are known, with every fact that nothing corrects, the earliest first. */
export interface KnownPerson {
	readonly id: string;
	readonly number: string;
	readonly preferredName: string | null;
	readonly language: string;
	readonly facts: readonly KnownFact[];
}

/** A row of a file whose manager and address are settled. */
export type SettledRow = Omit<PersonRow, 'manager'> & { readonly managerNumber: string | null };

/** A fact to be recorded, in words, and what it takes the place of. */
export interface PlannedFact {
	readonly kind: FactKind;
	readonly value: unknown;
	readonly startsOn: string;
	readonly before: unknown;
	/** The fact that is mistaken. */
	readonly corrects?: string;
}

export interface PersonPlan {
	readonly facts: readonly PlannedFact[];
	/** What is no fact with a date. */
	readonly preferredName: string | null;
	readonly language: string | null;
}

export interface Wish {
	/** The day from which changes count. */
	readonly from: string;
	/** Differences are mistakes that the file corrects, not changes. */
	readonly corrects: boolean;
}

/**
 * What a row would change of what is known; nothing where it says the same. An empty cell leaves what is known as it is.
 * Hire dates and ends have days of their own; everything else counts from the wish's day, or of somebody new from their
 * first day.
 */
export function planPerson(row: SettledRow, known: KnownPerson | undefined, wish: Wish): PersonPlan {
	const facts: PlannedFact[] = [];
	const begins = known ? wish.from : (row.rehiredOn ?? row.hiredOn ?? wish.from);
	const { givenName, familyName } = row;
	const said: [FactKind, unknown][] = [
		['name', { givenName, familyName }],
		['email', row.email],
		['jobTitle', row.jobTitle],
		['supervisor', row.supervisor],
		['department', row.department],
		['workPlaces', row.places],
		['workerType', row.workerType],
		['manager', row.managerNumber],
	];
	for (const [kind, value] of said) {
		if (value === null) continue;
		const before = presentFact(known, kind, wish.from);
		if (before && sameValue(before.value, value)) continue;
		const corrects = wish.corrects && before ? { corrects: before.id } : {};
		const startsOn = wish.corrects && before ? before.startsOn : begins;
		facts.push({ kind, value, startsOn, before: before?.value ?? null, ...corrects });
	}
	facts.push(...planEmployment(row, known, wish), ...planLeave(row, known, wish));
	return {
		facts,
		preferredName: known === undefined || known.preferredName === null ? row.preferredName : null,
		language: row.language !== known?.language ? row.language : null,
	};
}

export const changesNothing = (plan: PersonPlan) =>
	plan.facts.length === 0 && plan.preferredName === null && plan.language === null;

/** The fact that counts on a day: the latest that has begun, else the first to come. */
export function presentFact(
	known: KnownPerson | undefined,
	kind: FactKind,
	on: string,
): KnownFact | undefined {
	const all = known?.facts.filter((fact) => fact.kind === kind) ?? [];
	return all.findLast(({ startsOn }) => startsOn <= on) ?? all[0];
}

/** Whether two values say the same, in whatever order their parts are written. */
export function sameValue(one: unknown, other: unknown): boolean {
	return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

function inOrder(value: unknown): unknown {
	if (Array.isArray(value)) {
		const parts = value.map((part) => JSON.stringify(inOrder(part)));
		return parts.sort();
	}
	if (value === null || typeof value !== 'object') return value;
	return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}

type Span = 'employment' | 'leave';

/** Spells of employment or leave, as they stand and as they are planned. */
class Spells {
	readonly planned: PlannedFact[] = [];
	readonly #kind: Span;
	#standing: { id?: string; value: unknown; startsOn: string }[];
	constructor(kind: Span, known: KnownPerson | undefined) {
		this.#kind = kind;
		this.#standing = known?.facts.filter((fact) => fact.kind === kind).map((fact) => ({ ...fact })) ?? [];
	}
	has = (value: string, startsOn: string) =>
		this.#standing.some((one) => one.value === value && one.startsOn === startsOn);
	of = (value: string) => this.#standing.filter((one) => one.value === value);
	/** The last one that has begun on a day. */
	on = (day: string) => this.#standing.findLast(({ startsOn }) => startsOn <= day);
	last = (value: string) => this.of(value).at(-1);
	/** Adds one, or puts it in the place of a mistaken one. */
	plan(value: string, startsOn: string, mistaken?: { id?: string; startsOn: string }): void {
		const corrects = mistaken?.id === undefined ? {} : { corrects: mistaken.id };
		this.planned.push({
			kind: this.#kind,
			value,
			startsOn,
			before: mistaken ? { value, startsOn: mistaken.startsOn } : null,
			...corrects,
		});
		this.#standing = [...this.#standing.filter((one) => one !== mistaken), { value, startsOn }].sort(
			(a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0),
		);
	}
}

function planEmployment(row: SettledRow, known: KnownPerson | undefined, { from }: Wish): PlannedFact[] {
	const spells = new Spells('employment', known);
	const { hiredOn, rehiredOn, endedOn, status } = row;
	if (hiredOn !== null && !spells.has('employed', hiredOn)) {
		const end = spells.last('ended');
		const begun = spells.of('employed');
		// Hired after they had left: back again. Otherwise the hire date that is known was a mistake, and the nearest one is meant.
		if (
			begun.length === 0 ||
			(end && hiredOn > end.startsOn && (spells.last('employed')?.startsOn ?? '') <= end.startsOn)
		)
			spells.plan('employed', hiredOn);
		else spells.plan('employed', hiredOn, nearest(begun, hiredOn));
	}
	if (rehiredOn !== null && !spells.has('employed', rehiredOn)) {
		const again = spells.of('employed').at(-1);
		const isSecond =
			spells.of('employed').length > 1 ||
			(again !== undefined && hiredOn !== null && again.startsOn > hiredOn);
		spells.plan('employed', rehiredOn, isSecond ? again : undefined);
	}
	const start = spells.last('employed')?.startsOn ?? '';
	if (endedOn !== null && !spells.has('ended', endedOn)) {
		const moved = endedOn >= start ? spells.of('ended').find(({ startsOn }) => startsOn >= start) : undefined;
		spells.plan('ended', endedOn, moved);
	}
	const end = spells.of('ended').find(({ startsOn }) => startsOn >= start);
	if (status === 'ended' && !end) spells.plan('ended', from > start ? from : start);
	if ((status === 'active' || status === 'leave') && end && end.startsOn < from && endedOn === null)
		spells.plan('employed', from);
	return spells.planned;
}

function nearest<Fact extends { startsOn: string }>(facts: readonly Fact[], day: string): Fact | undefined {
	const distance = (fact: Fact) => Math.abs(Date.parse(fact.startsOn) - Date.parse(day));
	return [...facts].sort((a, b) => distance(a) - distance(b))[0];
}

function planLeave(row: SettledRow, known: KnownPerson | undefined, { from }: Wish): PlannedFact[] {
	const spells = new Spells('leave', known);
	const { leaveFrom, backOn, status } = row;
	const now = spells.on(from);
	if (leaveFrom !== null && !spells.has('on', leaveFrom))
		spells.plan('on', leaveFrom, now?.value === 'on' ? now : undefined);
	const on = spells.last('on');
	if (backOn !== null && on && backOn > on.startsOn && !spells.has('back', backOn))
		spells.plan(
			'back',
			backOn,
			spells.of('back').find(({ startsOn }) => startsOn > on.startsOn),
		);
	const then = spells.on(from);
	if (status === 'leave' && leaveFrom === null && then?.value !== 'on') spells.plan('on', from);
	if (status === 'active' && leaveFrom === null && backOn === null && then?.value === 'on')
		spells.plan('back', from);
	return spells.planned;
}

/** The site named first, for lists. */
export const mainSite = (places: readonly PlaceMention[] | null) =>
	places?.find((place): place is { site: string; share: number } => 'site' in place)?.site ?? null;
