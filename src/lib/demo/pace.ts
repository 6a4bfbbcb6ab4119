import { nextReminder } from '../program/reminder-days.ts';
import { momentAt, plusDays } from './days.ts';
import type { Dice } from './dice.ts';
import { siteBehind } from './places.ts';
import type { Taker } from './plan.ts';

/** When somebody begins a course, and how far they come; days are where they work. */
export interface Sitting {
	readonly at: Date;
	/** How many steps are done in it, of those that are left. */
	readonly steps: number;
}

interface Asked {
	readonly on: string;
	readonly dueOn: string;
}

/**
 * How somebody goes about a course that they were asked to take: some at once, more after each reminder, some late, some
 * never; at night who works nights; nobody who is away, has left, or is played by a visitor.
 * @param steps how many the course has
 * @returns when they sat down to it, up to now
 */
export function sittings(taker: Taker, asked: Asked, steps: number, now: Date, by: Dice): Sitting[] {
	const goesThrough = by.happens(reach(taker));
	const day = dayOfStart(taker, asked, by);
	const minute = minuteOfShift(taker, by);
	const stops = !goesThrough && by.happens(0.45);
	const first = goesThrough || stops ? by.between(1, steps - 1) : 0;
	const inTwo = by.happens(0.2);
	const pause = by.between(1, 12);
	if (taker.played || day === null || first === 0) return [];
	const sat: Sitting[] = [];
	if (stops || inTwo) sat.push({ at: momentAt(day, minute, taker.timeZone), steps: first });
	if (goesThrough && inTwo) {
		const again = plusDays(day, pause);
		if (works(taker, again)) {
			sat.push({ at: momentAt(again, minute + by.between(-40, 40), taker.timeZone), steps: steps - first });
		}
	}
	if (goesThrough && !inTwo) sat.push({ at: momentAt(day, minute, taker.timeZone), steps });
	return sat.filter(({ at }) => at < now);
}

/** How likely they come to the end. */
function reach({ workerType, shift, site, leads }: Taker): number {
	if (leads) return 0.97;
	const usual = {
		employee: 0.93,
		intern: 0.9,
		seasonal: 0.8,
		temporary: 0.8,
		volunteer: 0.75,
		contractor: 0.66,
	};
	return usual[workerType] * (shift === 'night' ? 0.9 : 1) * (site === siteBehind ? 0.62 : 1);
}

/** The day on which they begin: some days after the invitation or after one of the reminders. */
function dayOfStart(taker: Taker, { on, dueOn }: Asked, by: Dice): string | null {
	const { day, mean } = by.weigh(wavesOf(on, dueOn));
	const slow = (taker.workerType === 'contractor' ? 1.8 : 1) * (taker.site === siteBehind ? 1.7 : 1);
	const wished = plusDays(day, Math.floor(by.wait() * mean * slow * (taker.shift === 'night' ? 1.4 : 1)));
	const absence = taker.away.find(([from, until]) => wished >= from && wished <= until);
	const start = absence ? plusDays(absence[1] > '9000' ? wished : absence[1], by.between(2, 9)) : wished;
	return works(taker, start) ? start : null;
}

/** Kept, because thousands are asked on the same day. */
const waves = new Map<string, { day: string; weight: number; mean: number }[]>();

function wavesOf(on: string, dueOn: string) {
	const known = waves.get(on + dueOn);
	if (known) return known;
	const found = [{ day: on, weight: 34, mean: 4.5 }];
	for (let day: string | null = on; found.length < 7;) {
		day = nextReminder({ askedOn: on, dueOn, after: day });
		if (day === null) break;
		found.push({ day, weight: day < dueOn ? 18 : 6, mean: 1.7 });
	}
	waves.set(on + dueOn, found);
	return found;
}

function works({ from, until, away }: Taker, day: string): boolean {
	if (day < from || (until !== null && day > until)) return false;
	return !away.some(([gone, back]) => day >= gone && day <= back);
}

const hours = { day: [7, 16], evening: [15, 22], night: [22, 29] } as const;

function minuteOfShift({ shift }: Taker, by: Dice): number {
	const [first, last] = hours[shift];
	return (first + by.next() * (last - first)) * 60;
}
