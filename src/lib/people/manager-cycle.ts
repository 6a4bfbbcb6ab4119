/**
 * Finds the circles that "reports to" makes: people who, followed upward, come back to themselves.
 * @param managerOf the manager's id by the id of who reports to them; null, or missing: nobody
 * @returns each circle once, as ids in the order of reporting; somebody who reports to themselves is a circle of one
 */
export function managerCycles(managerOf: ReadonlyMap<string, string | null>): string[][] {
	const cycles: string[][] = [];
	/** Who was on which walk upward: each person is passed once. */
	const walks = new Map<string, number>();
	let walk = 0;
	for (const start of managerOf.keys()) {
		walk += 1;
		const passed: string[] = [];
		let at: string | null = start;
		while (at !== null && !walks.has(at)) {
			walks.set(at, walk);
			passed.push(at);
			at = managerOf.get(at) ?? null;
		}
		if (at !== null && walks.get(at) === walk) cycles.push(passed.slice(passed.indexOf(at)));
	}
	return cycles;
}

/**
 * The circle that a new manager would close.
 * @returns ids from the person upward to the one who already reports to them, or undefined when there is none
 */
export function cycleClosedBy(
	managerOf: ReadonlyMap<string, string | null>,
	person: string,
	manager: string,
): string[] | undefined {
	const circle = [person];
	const seen = new Set(circle);
	for (let at: string | null = manager; at !== person; at = managerOf.get(at) ?? null) {
		// A circle further up is not one that this person closes.
		if (at === null || seen.has(at)) return undefined;
		seen.add(at);
		circle.push(at);
	}
	return circle;
}
