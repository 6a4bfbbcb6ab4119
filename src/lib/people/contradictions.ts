import type { FactKind, NewFact } from './fact.ts';

/** A fact as it was recorded. */
export interface RecordedFact {
	readonly id: string;
	readonly personId: string;
	readonly kind: FactKind;
	readonly value: unknown;
	/** `YYYY-MM-DD` */
	readonly startsOn: string;
	readonly corrects: string | null;
	readonly void: boolean;
}

/** Why facts cannot all be true. The words are messages `people_person_refused_<reason>`. */
export const contradictionReasons = [
	/** Before 1900 or after 2100, or no day at all. */
	'day_impossible',
	/** Another value from the same day: a correction, not a change. */
	'same_day',
	/** What it corrects is not there, or was corrected by somebody else. */
	'corrected_already',
	/** Work that ended had to begin. */
	'ended_before_hired',
	'ended_twice',
	'hired_twice',
	'leave_overlaps',
	'back_without_leave',
	/** Leave before work began, or after it ended. */
	'leave_outside_employment',
	'manager_self',
] as const;
export type ContradictionReason = (typeof contradictionReasons)[number];

export interface Contradiction {
	readonly reason: ContradictionReason;
	readonly personId: string;
	readonly kind: FactKind;
	/** The day of the fact that does not fit. */
	readonly day: string;
	/** The day of the fact that it does not fit to, where there is one. */
	readonly other?: string;
}

type Standing = Pick<RecordedFact, 'personId' | 'kind' | 'value' | 'startsOn'>;

/**
 * What new facts would contradict. What contradicted itself before is not held against them. Circles of reporting are
 * `manager-cycle.ts`; whether a number or address is taken, only the database knows.
 * @param facts everything that was recorded of these people, in any order
 * @returns nothing when the facts may be recorded
 */
export function findContradictions(
	facts: readonly RecordedFact[],
	newFacts: readonly NewFact[],
): Contradiction[] {
	const found: Contradiction[] = [];
	const corrected = new Set(facts.flatMap(({ corrects }) => corrects ?? []));
	const standing = facts.filter((fact) => !fact.void && !corrected.has(fact.id));
	const byId = new Map(standing.map((fact) => [fact.id, fact]));
	const gone = new Set<string>();
	for (const fact of newFacts) {
		const { personId, kind, startsOn: day } = fact;
		const against = (reason: ContradictionReason, other?: string) =>
			found.push({ reason, personId, kind, day, ...(other === undefined ? {} : { other }) });
		if (!isPossibleDay(day)) against('day_impossible');
		if (kind === 'manager' && fact.value === personId) against('manager_self');
		if (fact.corrects === undefined) continue;
		const wrong = byId.get(fact.corrects);
		if (wrong?.personId !== personId || wrong.kind !== kind || gone.has(wrong.id))
			against('corrected_already');
		gone.add(fact.corrects);
	}
	// What stands instead decides: to look at it comes first.
	if (found.some(({ reason }) => reason === 'corrected_already')) return found;
	const kept = standing.filter(({ id }) => !gone.has(id));
	const added = newFacts.filter((fact) => !fact.void);
	for (const [index, fact] of added.entries()) {
		const twin = [...kept, ...added.slice(0, index)].find(
			(other) =>
				other.personId === fact.personId &&
				other.kind === fact.kind &&
				other.startsOn === fact.startsOn &&
				// Somebody may come and go on one day.
				(fact.kind !== 'employment' || other.value === fact.value),
		);
		if (twin) found.push({ ...placeOf(fact), reason: 'same_day', other: twin.startsOn });
	}
	const before = new Set(spanContradictions(standing).map((one) => JSON.stringify(one)));
	const after = spanContradictions([...kept, ...added]);
	return [...found, ...after.filter((one) => !before.has(JSON.stringify(one)))];
}

/** Employment and leave are stretches of time: each begins and ends in turn, and leave lies within employment. */
function spanContradictions(facts: readonly Standing[]): Contradiction[] {
	const found: Contradiction[] = [];
	for (const personId of new Set(facts.map((fact) => fact.personId))) {
		const own = facts.filter((fact) => fact.personId === personId);
		const employment = inOrder(own, 'employment');
		found.push(
			...turns(employment, 'employed', {
				openedTwice: 'hired_twice',
				closedUnopened: 'ended_before_hired',
				closedTwice: 'ended_twice',
			}),
		);
		const leave = inOrder(own, 'leave');
		found.push(
			...turns(leave, 'on', {
				openedTwice: 'leave_overlaps',
				closedUnopened: 'back_without_leave',
				closedTwice: 'back_without_leave',
			}),
		);
		if (employment.length === 0) continue; // of whom no hire is known, nothing is known to be outside it
		for (const fact of leave.filter(({ value }) => value === 'on')) {
			const last = employment.filter(({ startsOn }) => startsOn <= fact.startsOn).at(-1);
			if (last?.value === 'employed' || last?.startsOn === fact.startsOn) continue;
			found.push({
				...placeOf(fact),
				reason: 'leave_outside_employment',
				other: (last ?? employment[0])?.startsOn ?? '',
			});
		}
	}
	return found;
}

function turns(
	facts: readonly Standing[],
	opens: string,
	reasons: Record<'openedTwice' | 'closedUnopened' | 'closedTwice', ContradictionReason>,
): Contradiction[] {
	return facts.flatMap((fact, index) => {
		const before = facts[index - 1];
		const opening = fact.value === opens;
		if (opening && before?.value === opens)
			return [{ ...placeOf(fact), reason: reasons.openedTwice, other: before.startsOn }];
		if (opening || before?.value === opens) return [];
		if (before) return [{ ...placeOf(fact), reason: reasons.closedTwice, other: before.startsOn }];
		const later = facts[index + 1];
		const reason = reasons.closedUnopened;
		return [{ ...placeOf(fact), reason, ...(later ? { other: later.startsOn } : {}) }];
	});
}

/** The last day of work may be the first. */
const inOrder = (facts: readonly Standing[], kind: FactKind) =>
	facts
		.filter((fact) => fact.kind === kind)
		.sort((a, b) => a.startsOn.localeCompare(b.startsOn) || String(a.value).localeCompare(String(b.value)));

const placeOf = ({ personId, kind, startsOn }: Standing) => ({ personId, kind, day: startsOn });

/** Whether this is a day of the calendar on which somebody alive may have worked, `YYYY-MM-DD`. */
export function isPossibleDay(day: string): boolean {
	if (!/^(19|20)\d\d-\d\d-\d\d$/.test(day)) return false;
	const date = new Date(`${day}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
