import { managerCycles } from './manager-cycle.ts';

/** Somebody to be placed in the chart. */
export interface Charted {
	readonly id: string;
	readonly name: string;
	readonly jobTitle: string | null;
	readonly managerId: string | null;
	/** Does not work here any more; shown only above somebody who does. */
	readonly left: boolean;
}

export interface ChartNode {
	readonly id: string;
	readonly name: string;
	readonly jobTitle: string | null;
	readonly left: boolean;
	/** How many report to them directly, and how many are below them in all. */
	readonly reports: number;
	readonly below: number;
	/** Empty where the chart is cut off: their own chart goes on from there. */
	readonly children: readonly ChartNode[];
}

export interface OrgChart {
	readonly roots: readonly ChartNode[];
	/** Levels from the highest to the lowest, as far as anybody goes, shown or not. */
	readonly depth: number;
	/** Who reports to nobody, and nobody to them. */
	readonly alone: number;
	/** Everyone in the chart, shown or not. */
	readonly people: number;
}

/**
 * Who reports to whom, from the top or from one person on.
 * @param people by name; who has left and has nobody below is left out
 * @param from the person with whom it begins; null for the top
 * @param most how many people are shown, level by level; at least one level is
 */
export function orgChart(people: readonly Charted[], from: string | null, most: number): OrgChart {
	const byId = new Map(people.map((person) => [person.id, person]));
	const managerOf = new Map(people.map(({ id, managerId }) => [id, managerId]));
	// A circle, which only the past can have left behind, is cut so that everyone is somewhere.
	for (const [first] of managerCycles(managerOf)) managerOf.set(first ?? '', null);
	const reportsOf = new Map<string, Charted[]>();
	for (const person of people) {
		const manager = byId.get(managerOf.get(person.id) ?? '');
		if (manager) reportsOf.set(manager.id, [...(reportsOf.get(manager.id) ?? []), person]);
	}
	const measured = measure(people, reportsOf);
	const there = (person: Charted) => !person.left || (measured.get(person.id)?.below ?? 0) > 0;
	const own = (id: string) => (reportsOf.get(id) ?? []).filter(there);
	const top = people.filter((person) => there(person) && !byId.has(managerOf.get(person.id) ?? ''));
	const start =
		from === null ? top.filter(({ id }) => own(id).length > 0) : people.filter(({ id }) => id === from);

	// Level by level, so that what is cut off is always what is lowest.
	const shown = new Set<string>();
	let level = start;
	for (let count = level.length; level.length > 0; count += level.length) {
		if (shown.size > 0 && count > most) break;
		for (const { id } of level) shown.add(id);
		level = level.flatMap(({ id }) => own(id));
	}
	const node = ({ id, name, jobTitle, left }: Charted): ChartNode => ({
		id,
		name,
		jobTitle,
		left,
		reports: own(id).length,
		below: measured.get(id)?.below ?? 0,
		children: own(id)
			.filter((report) => shown.has(report.id))
			.map(node),
	});
	const measures = start.map(({ id }) => measured.get(id) ?? { below: 0, depth: 1 });
	return {
		roots: start.map(node),
		depth: Math.max(0, ...measures.map(({ depth }) => depth)),
		alone: from === null ? top.length - start.length : 0,
		people: measures.reduce((sum, { below }) => sum + below + 1, 0),
	};
}

/** How many who work here are below each, and how many levels deep it goes. */
function measure(
	people: readonly Charted[],
	reportsOf: ReadonlyMap<string, readonly Charted[]>,
): Map<string, { below: number; depth: number }> {
	const measured = new Map<string, { below: number; depth: number }>();
	const settle = (id: string): { below: number; depth: number } => {
		const known = measured.get(id);
		if (known) return known;
		let below = 0;
		let depth = 1;
		for (const report of reportsOf.get(id) ?? []) {
			const theirs = settle(report.id);
			if (report.left && theirs.below === 0) continue;
			below += theirs.below + (report.left ? 0 : 1);
			depth = Math.max(depth, theirs.depth + 1);
		}
		measured.set(id, { below, depth });
		return { below, depth };
	};
	for (const { id } of people) settle(id);
	return measured;
}
