/** A random number generator whose numbers depend on nothing but its seed (mulberry32). */
export function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

export interface Dice {
	/** From 0 up to, not including, 1. */
	next(): number;
	/** Whether something of this likelihood, from 0 to 1, happens. */
	happens(likelihood: number): boolean;
	/** A whole number, both ends included. */
	between(least: number, most: number): number;
	pick<Item>(items: readonly Item[]): Item;
	/** The likelier, the greater its weight. */
	weigh<Item extends { readonly weight: number }>(items: readonly Item[]): Item;
	/** Some of them, in a new order. */
	some<Item>(items: readonly Item[], count: number): Item[];
	/** A span whose mean is 1: many short ones, few long ones. */
	wait(): number;
}

/** Ways to leave something to chance, the same way each time for the same seed. */
export function dice(seed: number): Dice {
	const next = seeded(seed);
	const pick = <Item>(items: readonly Item[]) => items[Math.floor(next() * items.length)] as Item;
	return {
		next,
		happens: (likelihood) => next() < likelihood,
		between: (least, most) => least + Math.floor(next() * (most - least + 1)),
		pick,
		weigh(items) {
			let left = next() * items.reduce((sum, { weight }) => sum + weight, 0);
			return items.find(({ weight }) => (left -= weight) < 0) ?? pick(items);
		},
		some(items, count) {
			const rest = [...items];
			const taken = [];
			while (taken.length < count && rest.length > 0) {
				const index = Math.floor(next() * rest.length);
				taken.push(rest[index] as (typeof rest)[number]);
				rest[index] = rest.at(-1) as (typeof rest)[number];
				rest.pop();
			}
			return taken;
		},
		wait: () => -Math.log(1 - next()),
	};
}

/** A number that stands for some words, to make a seed of. */
export function seedOf(words: string): number {
	let hash = 2166136261;
	for (const unit of words) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 16777619);
	return hash;
}
