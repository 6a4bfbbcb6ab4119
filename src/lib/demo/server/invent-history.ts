import type { Course } from '../../learning/course.ts';
import { mondayBefore, momentAt, plusDays } from '../days.ts';
import { dice, seedOf } from '../dice.ts';
import { inventOrganization, type OrganizationWish } from '../invent-organization.ts';
import { launches, type Launch } from '../launches.ts';
import { sittings } from '../pace.ts';
import type { Plan, PlannedPerson } from '../plan.ts';
import { answererOf, type Answerer, type InventedForm } from './invent-answers.ts';

export interface HistoryWish extends OrganizationWish {
	readonly now: Date;
	/** Those that ship. */
	readonly courses: readonly Course[];
}

/** That a course was launched. */
export interface PlannedLaunch {
	readonly at: Date;
	readonly course: string;
	/** States and provinces whose sites it reaches. */
	readonly regions: readonly string[];
	readonly dueOn: string;
}

export interface PlannedAnswer extends InventedForm {
	readonly at: Date;
	readonly course: string;
	readonly number: string;
	readonly step: string;
}

/** A year of Aldervale Care, to be written down. Each list is in the order of its times. */
export interface History {
	readonly plan: Plan;
	readonly launches: readonly PlannedLaunch[];
	readonly answers: readonly PlannedAnswer[];
}

/** Minutes after midnight in New York at which courses are sent out. */
const tenOClock = 600;
const newYork = 'America/New_York';

/** Makes up everything that is stored. It computes for a second, so it is called in a worker. */
export function inventHistory(wish: HistoryWish): History {
	const plan = inventOrganization(wish);
	const planned: PlannedLaunch[] = [];
	const answers: PlannedAnswer[] = [];
	for (const launch of launches) {
		const course = wish.courses.find(({ id }) => id === launch.course);
		if (!course) continue;
		const waves = launch.waves.map((wave) => {
			const on = plusDays(mondayBefore(plusDays(wish.today, -wave.daysAgo)), 1);
			const dueOn = plusDays(on, wave.days);
			return { at: momentAt(on, tenOClock, newYork), on, dueOn, course: course.id, regions: wave.regions };
		});
		planned.push(...waves);
		const inventAnswers = answererOf(course, launch.votes);
		for (const person of plan.people) {
			const wave = waves.find(({ regions }) => regions.includes(person.taker.region));
			const asked = wave && whenAsked(person, wave, launch);
			if (asked) answers.push(...whatTheyDid(course, inventAnswers, person, asked, wish));
		}
	}
	const inOrder = (a: { at: Date }, b: { at: Date }) => a.at.getTime() - b.at.getTime();
	return { plan, launches: planned.sort(inOrder), answers: answers.sort(inOrder) };
}

/** With everyone at their site; who came later, on the Tuesday of their third week; who had left by then, never. */
function whenAsked(
	{ taker }: PlannedPerson,
	wave: { readonly on: string; readonly dueOn: string },
	{ newcomerDays }: Launch,
): { on: string; dueOn: string } | undefined {
	const settledIn = plusDays(mondayBefore(plusDays(taker.from, 6)), 15);
	const isNew = settledIn > wave.on;
	const asked = isNew ? { on: settledIn, dueOn: plusDays(settledIn, newcomerDays) } : wave;
	return taker.until !== null && taker.until < asked.on ? undefined : asked;
}

function whatTheyDid(
	course: Course,
	inventAnswers: Answerer,
	{ number, taker }: PlannedPerson,
	asked: { readonly on: string; readonly dueOn: string },
	{ seed, now }: HistoryWish,
): PlannedAnswer[] {
	const by = dice(seed ^ seedOf(`${course.id} ${number}`));
	const left = [...course.steps];
	const given: PlannedAnswer[] = [];
	for (const sitting of sittings(taker, asked, left.length, now, by)) {
		const earliest = momentAt(asked.on, tenOClock + by.between(20, 600), newYork);
		let at = Math.max(sitting.at.getTime(), earliest.getTime());
		for (const step of left.splice(0, sitting.steps)) {
			for (const form of inventAnswers(step, by)) {
				at += Math.round(60_000 * (0.15 + step.minutes * (0.4 + by.next())));
				given.push({ at: new Date(at), course: course.id, number, step: step.id, ...form });
			}
		}
	}
	return given.filter(({ at }) => at < now);
}
