import { cast } from './cast.ts';
import { dice } from './dice.ts';
import { plusDays } from './days.ts';
import { Addresses, draftPeople, type Draft } from './draft-people.ts';
import { inventSlots } from './invent-slots.ts';
import { inventYear } from './invent-year.ts';
import type { Plan, PlannedFact, PlannedPerson, PlannedPlace } from './plan.ts';

export interface OrganizationWish {
	/** How many people work there today. */
	readonly size: number;
	readonly seed: number;
	/** `YYYY-MM-DD`: everything is told from this day back. */
	readonly today: string;
}

/** Days of history. */
const year = 365;

/**
 * The people of Aldervale Care, and what was known of them when: as they are today, and the changes of a year that led
 * there. The same wish, the same organization.
 */
export function inventOrganization({ size, seed, today }: OrganizationWish): Plan {
	const by = dice(seed);
	const begin = plusDays(today, -year);
	const slots = inventSlots(size, by);
	const addresses = new Addresses(cast.flatMap(({ email }) => email ?? []));
	const present = draftPeople(slots, begin, by, addresses);
	const drafts = [...present, ...inventYear(present, { begin, today, size, addresses }, by)];
	const numbers = numberThem(drafts, begin);
	const people = drafts.map((draft) => describe(draft, begin, today, numbers));
	people.sort((a, b) => Number(a.number) - Number(b.number));
	return { begin, people };
}

/** The cast has its own numbers; everyone else the next one on the day they came, so that few know who was first. */
function numberThem(drafts: readonly Draft[], begin: string): ReadonlyMap<Draft, string> {
	const numbers = new Map<Draft, string>();
	let next = 1001;
	for (const draft of drafts) {
		if (!draft.slot.member) continue;
		numbers.set(draft, draft.slot.member.number);
		next = Math.max(next, Number(draft.slot.member.number) + 1);
	}
	const firstDay = (draft: Draft) => draft.spans[0]?.from ?? begin;
	const others = drafts.filter((draft) => !numbers.has(draft));
	for (const draft of others.sort((a, b) => firstDay(a).localeCompare(firstDay(b)))) {
		numbers.set(draft, String(next));
		next += 1;
	}
	return numbers;
}

function describe(
	draft: Draft,
	begin: string,
	today: string,
	numbers: ReadonlyMap<Draft, string>,
): PlannedPerson {
	const from = draft.spans[0]?.from ?? begin;
	const last = draft.spans.at(-1);
	const knownOn = later(begin, plusDays(from, -3));
	const at = { startsOn: from, knownOn };
	const { site } = draft.slot;
	const facts: PlannedFact[] = [];
	const say = (kind: PlannedFact['kind'], states: readonly { from: string | null; value: unknown }[]) => {
		for (const { from: since, value } of states) {
			const when =
				since === null ? at : { startsOn: since, knownOn: earlier(today, later(begin, plusDays(since, 2))) };
			facts.push({ kind, value, ...when });
		}
	};
	say('name', draft.names);
	say('email', draft.emails);
	say('jobTitle', draft.titles);
	say('supervisor', draft.supervises);
	say('department', [{ from: null, value: draft.slot.department.name }]);
	say('workPlaces', draft.places as readonly { from: string | null; value: readonly PlannedPlace[] }[]);
	say('workerType', draft.types);
	for (const { from: since, boss } of bossesOf(draft)) {
		const value = boss && numbers.get(boss);
		if (!value) continue;
		// Nobody reports to somebody who is not there yet.
		const there = boss.spans[0]?.from ?? from;
		if (since === null && there > from) facts.push({ kind: 'manager', value, startsOn: there, knownOn });
		else say('manager', [{ from: since, value }]);
	}
	for (const [index, span] of draft.spans.entries()) {
		facts.push({
			kind: 'employment',
			value: 'employed',
			startsOn: span.from,
			knownOn: index ? span.from : knownOn,
		});
		if (span.until) {
			const told = later(begin, plusDays(span.until, -10));
			facts.push({ kind: 'employment', value: 'ended', startsOn: span.until, knownOn: told });
		}
	}
	for (const leave of draft.leaves) {
		facts.push({
			kind: 'leave',
			value: 'on',
			startsOn: leave.from,
			knownOn: later(knownOn, plusDays(leave.from, -14)),
		});
		if (leave.back) {
			const told = later(knownOn, plusDays(leave.from, leave.planned ? -14 : 30));
			facts.push({ kind: 'leave', value: 'back', startsOn: leave.back, knownOn: told });
		}
	}
	const away = [
		...draft.leaves.map(({ from: gone, back }) => [gone, back ?? '9999-12-31'] as const),
		...draft.spans
			.slice(1)
			.map((span, index) => [draft.spans[index]?.until ?? span.from, span.from] as const),
	];
	const [given, family] = draft.first;
	return {
		number: numbers.get(draft) ?? '',
		givenName: given,
		familyName: family,
		language: draft.language,
		knownOn,
		facts: [...facts.map((fact) => mistaken(fact, draft)), ...draft.mended]
			.filter((fact) => fact.knownOn <= today)
			.sort((a, b) => a.knownOn.localeCompare(b.knownOn)),
		taker: {
			site: site.name,
			region: site.region,
			timeZone: site.timeZone,
			shift: draft.shift,
			workerType: draft.type,
			leads: draft.slot.rank !== 'staff',
			from,
			until: last?.until ?? null,
			away,
			played: draft.slot.member !== null,
		},
	};
}

/** To whom somebody reported since when: who got the team later, was not in charge before. */
function bossesOf(draft: Draft): { from: string | null; boss: Draft | undefined }[] {
	return draft.bosses.flatMap(({ from, boss }, index) => {
		const until = draft.bosses[index + 1]?.from ?? '9999-12-31';
		const start = from ?? draft.spans[0]?.from ?? '';
		if (!boss?.tookOver || boss.tookOver.on <= start || boss.tookOver.on >= until) return [{ from, boss }];
		return [
			{ from, boss: boss.tookOver.from },
			{ from: boss.tookOver.on, boss },
		];
	});
}

/** What was said first, where it turned out to be wrong. */
function mistaken(fact: PlannedFact, draft: Draft): PlannedFact {
	const mistake = draft.mistakes.find(
		({ kind, startsOn }) => kind === fact.kind && startsOn === fact.startsOn,
	);
	return mistake ? { ...fact, ...mistake.said } : fact;
}

const later = (a: string, b: string) => (a > b ? a : b);
const earlier = (a: string, b: string) => (a < b ? a : b);
