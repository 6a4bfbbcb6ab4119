import type { WorkerType } from '../people/fact.ts';
import type { Locale } from '../platform/context.ts';
import { mondayBefore, plusDays } from './days.ts';
import type { Dice } from './dice.ts';
import type { Slot } from './invent-slots.ts';
import { inventName, plainName } from './names.ts';
import { homes, plannedSites, type PlannedSite } from './places.ts';
import type { PlannedFact, PlannedPlace } from './plan.ts';

/** Something that was so from a day on; null: from their first day. */
export interface Since<Value> {
	readonly from: string | null;
	readonly value: Value;
}

/** Somebody while their story is being made up. */
export interface Draft {
	readonly slot: Slot;
	readonly language: Locale;
	/** Given and family name as they were first known. */
	readonly first: readonly [string, string];
	readonly shift: 'day' | 'evening' | 'night';
	readonly type: WorkerType;
	names: Since<{ givenName: string; familyName: string }>[];
	emails: Since<string>[];
	titles: Since<string>[];
	supervises: Since<boolean>[];
	places: Since<readonly PlannedPlace[]>[];
	types: Since<WorkerType>[];
	bosses: { from: string | null; boss: Draft | undefined }[];
	/** Employments, the first one first. */
	spans: { from: string; until: string | null }[];
	leaves: { from: string; back: string | null; planned: boolean }[];
	/** When they got their team, and from whom. */
	tookOver?: { readonly on: string; readonly from: Draft | undefined };
	mistakes: {
		readonly kind: PlannedFact['kind'];
		readonly startsOn: string;
		readonly said: Partial<PlannedFact>;
	}[];
	mended: PlannedFact[];
}

const otherTypes: readonly { weight: number; type: WorkerType }[] = [
	{ weight: 860, type: 'employee' },
	{ weight: 45, type: 'contractor' },
	{ weight: 35, type: 'temporary' },
	{ weight: 20, type: 'seasonal' },
	{ weight: 15, type: 'intern' },
	{ weight: 25, type: 'volunteer' },
];

/** Who does not do the job of a department by themselves. */
const guestTitles: Partial<Record<WorkerType, string>> = { volunteer: 'Volunteer', intern: 'Student intern' };

/** Puts somebody into each position, as they are today. */
export function draftPeople(slots: readonly Slot[], begin: string, by: Dice, addresses: Addresses): Draft[] {
	const inSlot = new Map<Slot, Draft>();
	for (const slot of slots) {
		const draft = draftPerson(slot, hiredOn(slot, begin, by), addresses, by);
		draft.bosses = [{ from: null, boss: slot.boss ? inSlot.get(slot.boss) : undefined }];
		inSlot.set(slot, draft);
	}
	return [...inSlot.values()];
}

/** Somebody for a position. Who their manager is, comes later. */
export function draftPerson(slot: Slot, from: string, addresses: Addresses, by: Dice): Draft {
	const { member, department, rank } = slot;
	const name = inventName(by);
	const [given = name.givenName, ...rest] = member?.name.split(' ') ?? [];
	const first = [given, member ? rest.join(' ') : name.familyName] as const;
	const type = member?.workerType ?? (rank === 'staff' ? by.weigh(otherTypes).type : 'employee');
	const without = rank === 'staff' && by.happens(department.withoutEmail);
	const email = member ? member.email : without ? null : addresses.next(...first);
	const guest = guestTitles[type];
	const night = slot.night && !guest;
	const shift = night ? 'night' : slot.job?.night && by.happens(0.25) ? 'evening' : 'day';
	return {
		slot,
		language: member?.language ?? name.language,
		first,
		shift,
		type,
		names: [{ from: null, value: { givenName: first[0], familyName: first[1] } }],
		emails: email ? [{ from: null, value: email }] : [],
		titles: [{ from: null, value: guest ?? slot.title }],
		supervises: [{ from: null, value: rank !== 'staff' }],
		places: [{ from: null, value: placesOf(slot, by) }],
		types: [{ from: null, value: type }],
		bosses: [],
		spans: [{ from, until: null }],
		leaves: [],
		mistakes: [],
		mended: [],
	};
}

/** Addresses of the organization: each is given out once. */
export class Addresses {
	readonly #taken: Set<string>;
	constructor(taken: readonly string[]) {
		this.#taken = new Set(taken);
	}
	next(givenName: string, familyName: string): string {
		const plain = plainName(givenName, familyName);
		for (let attempt = 1; ; attempt += 1) {
			const address = `${plain}${attempt === 1 ? '' : attempt}@aldervale.example`;
			if (this.#taken.has(address)) continue;
			this.#taken.add(address);
			return address;
		}
	}
}

/** Most came in the last few years, some ten years ago; who directs others has been there for longer. */
function hiredOn(slot: Slot, begin: string, by: Dice): string {
	if (slot.member) return slot.member.hiredOn;
	const opened = `${slot.site.since}-01-15`;
	const staff = slot.rank === 'staff';
	if (staff && by.happens(0.145)) return mondayBefore(plusDays(begin, by.between(15, 355)));
	const days = 20 + Math.floor(by.next() ** (staff ? 1.7 : 0.8) * 3500);
	const day = mondayBefore(plusDays(begin, -days));
	return day > opened ? day : opened;
}

function placesOf({ site, department, member, rank }: Slot, by: Dice): PlannedPlace[] {
	const here = { site: site.name };
	if (member?.home) return [{ ...member.home, share: 100 }];
	if (!member && rank === 'staff' && by.happens(department.remote)) {
		const home = by.pick(homes);
		if (by.happens(0.7)) return [{ ...home, share: 100 }];
		const share = by.pick([40, 50, 60]);
		return [
			{ ...here, share },
			{ ...home, share: 100 - share },
		];
	}
	const floats = department.name === 'Float pool' && rank === 'staff';
	const splits = !member && rank === 'staff' && by.happens(department.name === 'Therapy' ? 0.12 : 0.01);
	const second = floats || splits ? neighbor(site, by) : undefined;
	if (!second) return [{ ...here, share: 100 }];
	const share = by.pick([60, 70, 80]);
	return [
		{ ...here, share },
		{ site: second.name, share: 100 - share },
	];
}

/** Another site of the same state where patients are. */
function neighbor(site: PlannedSite, by: Dice): PlannedSite | undefined {
	const near = plannedSites.filter(
		(other) => other.region === site.region && other !== site && !['plant', 'homeCare'].includes(other.kind),
	);
	return near.length > 0 ? by.pick(near) : undefined;
}
