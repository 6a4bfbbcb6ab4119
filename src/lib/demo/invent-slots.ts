import { cast, type CastMember } from './cast.ts';
import { mixOf, plannedDepartments, type Job, type PlannedDepartment } from './departments.ts';
import type { Dice } from './dice.ts';
import { mainSite, plannedSites, type PlannedSite } from './places.ts';

export type Rank = CastMember['rank'];

/** A position in the organization, before anybody is in it. */
export interface Slot {
	readonly site: PlannedSite;
	readonly department: PlannedDepartment;
	readonly rank: Rank;
	readonly title: string;
	/** Of staff. */
	readonly job: Job | null;
	readonly night: boolean;
	/** To whom it reports. */
	readonly boss: Slot | null;
	/** Who of the cast is in it. */
	readonly member: CastMember | null;
}

/** A team lead is one for about so many. */
const teamSize = 12;
const leastWithHead = 4;

const departments = new Map(plannedDepartments.map((one) => [one.name, one]));
const sites = new Map(plannedSites.map((one) => [one.name, one]));

/**
 * The positions of an organization of this size: a head, directors of sites under a chief operating officer, chiefs with
 * offices, heads of departments at each site, leads of teams, and everyone else; with the cast in theirs.
 */
export function inventSlots(size: number, by: Dice): Slot[] {
	const slots: Slot[] = [];
	const site = (name: string) => sites.get(name) as PlannedSite;
	const department = (name: string) => departments.get(name) as PlannedDepartment;
	const add = (slot: Omit<Slot, 'job' | 'night' | 'member'> & Partial<Slot>): Slot => {
		const whole = { job: null, night: false, member: null, ...slot };
		slots.push(whole);
		return whole;
	};
	const main = site(mainSite);
	const office = department('Executive office');
	const chief = (title: string, boss: Slot | null, member?: CastMember) =>
		add({ site: main, department: office, rank: 'executive', title, boss, member: member ?? null });
	const head = chief('Chief executive officer', null, byPart('executive'));
	const operations = chief('Chief operating officer', head);
	const nursing = chief('Chief nursing officer', head);

	/** People of one department at one place, as teams where they are many. */
	function unit(at: PlannedSite, name: string, people: number, director: Slot): void {
		const of = department(name);
		const here = cast.filter(
			(one) => one.site === at.name && one.department === name && one.rank !== 'executive',
		);
		const named = (rank: Rank) => here.filter((one) => one.rank === rank && one.part !== 'director');
		const chiefs = named('head');
		const withHead = people >= leastWithHead || chiefs.length > 0;
		const boss = withHead
			? add({
					site: at,
					department: of,
					rank: 'head',
					title: of.head,
					boss: director,
					member: chiefs[0] ?? null,
				})
			: director;
		const rest = people - (withHead ? 1 : 0);
		const leads: Slot[] = [];
		const wanted = Math.max(named('lead').length, rest > teamSize + 2 ? Math.ceil(rest / (teamSize + 1)) : 0);
		for (let index = 0; index < wanted; index += 1) {
			const member = named('lead')[index] ?? null;
			leads.push(add({ site: at, department: of, rank: 'lead', title: of.lead, boss, member }));
		}
		const staff = named('staff');
		for (let index = 0; index < rest - wanted; index += 1) {
			const member = staff[index] ?? null;
			const job = member ? jobOf(of, member) : by.weigh(of.jobs);
			const night = member ? member.night === true : job.night !== undefined && by.happens(of.nights);
			add({
				site: at,
				department: of,
				rank: 'staff',
				title: member?.title ?? (night ? (job.night ?? job.title) : job.title),
				job,
				night,
				// The first team is that of the cast.
				boss: leads[member ? 0 : index % Math.max(1, leads.length)] ?? boss,
				member,
			});
		}
	}

	const count = (share: number, least: number) => Math.max(least, Math.round(size * share));
	unit(main, 'Finance', count(0.022, 3), head);
	unit(main, 'IT', count(0.02, 3), head);
	unit(main, 'People office', count(0.011, 4), head);
	unit(site('Bayview Home Care'), 'Outside counsel', 1, head);
	const directors = new Map(
		plannedSites.map((at) => {
			const member = cast.find((one) => one.rank === 'director' && one.site === at.name);
			const wish = { site: at, department: office, rank: 'director', title: 'Site director' } as const;
			return [at, add({ ...wish, boss: operations, member: member ?? null })];
		}),
	);
	for (const { at, name, people } of unitsOf(size - slots.length)) {
		const director = name === 'Float pool' ? nursing : (directors.get(at) ?? operations);
		if (people > 0) unit(at, name, people, director);
	}
	return slots;
}

/** How many people each department has at each site: by weight, and room for the cast at the cost of the largest. */
function unitsOf(people: number): { at: PlannedSite; name: string; people: number }[] {
	const shares = share(people, plannedSites, ({ weight }) => weight);
	const units = plannedSites.flatMap((at, index) => {
		const mix = Object.entries(mixOf[at.kind]);
		const counts = share(shares[index] ?? 0, mix, ([, weight]) => weight);
		return mix.map(([name], place) => ({ at, name, people: Math.max(counts[place] ?? 0, castAt(at, name)) }));
	});
	let extra = units.reduce((sum, unit) => sum + unit.people, 0) - people;
	for (; extra > 0; extra -= 1) {
		const largest = units.reduce((one, other) => (other.people > one.people ? other : one));
		largest.people -= 1;
	}
	return units;
}

const byPart = (part: CastMember['part']) => cast.find((one) => one.part === part);

const castAt = (at: PlannedSite, name: string) =>
	cast.filter((one) => one.site === at.name && one.department === name).length;

function jobOf(of: PlannedDepartment, member: CastMember): Job {
	return of.jobs.find(({ title, night }) => [title, night].includes(member.title)) ?? (of.jobs[0] as Job);
}

/** Divides a number by weights into whole parts that add up to it: the largest remainders are rounded up. */
export function share<Item>(
	whole: number,
	items: readonly Item[],
	weightOf: (item: Item) => number,
): number[] {
	const sum = items.reduce((total, item) => total + weightOf(item), 0);
	const exact = items.map((item) => (whole * weightOf(item)) / sum);
	const parts = exact.map(Math.floor);
	const byRemainder = exact
		.map((value, index) => ({ index, rest: value % 1 }))
		.sort((a, b) => b.rest - a.rest || a.index - b.index);
	let missing = whole - parts.reduce((total, part) => total + part, 0);
	for (const { index } of byRemainder) {
		if (missing <= 0) break;
		parts[index] = (parts[index] ?? 0) + 1;
		missing -= 1;
	}
	return parts;
}
