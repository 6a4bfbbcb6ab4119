import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	mayRelease,
	presentDistribution,
	smallest,
	total,
	type Distribution,
	type Votes,
} from './release-distribution.ts';

const options = ['a', 'b', 'c', 'd'];
const order = fc.array(fc.constantFrom(...options), { maxLength: 90 });
const least = fc.oneof(fc.constant(undefined), fc.integer({ min: -5, max: 25 }));
const none = Object.fromEntries(options.map((option) => [option, 0]));

/** Everything that is seen while votes come in one after the other. */
function watch(votes: readonly string[], k?: number) {
	let tally: Votes = none;
	let released: Votes | null = null;
	const seen: { votes: number; released: Votes | null; shown: Distribution }[] = [
		{ votes: 0, released, shown: presentDistribution(released, tally, k) },
	];
	votes.forEach((option, index) => {
		tally = { ...tally, [option]: (tally[option] ?? 0) + 1 };
		if (mayRelease(tally, released, k)) released = tally;
		seen.push({ votes: index + 1, released, shown: presentDistribution(released, tally, k) });
	});
	return seen;
}

describe('a distribution', () => {
	it('is never shown for fewer than ten people, nor for fewer than an organization asks for', () => {
		fc.assert(
			fc.property(order, least, (votes, k) => {
				const floor = Math.max(smallest, k ?? smallest);
				for (const { votes: count, shown, released } of watch(votes, k)) {
					expect(shown.state).toBe(count >= floor ? 'shown' : 'waiting');
					if (shown.state === 'waiting') expect(shown.needed).toBe(Math.max(1, floor - count));
					else expect(total(released ?? {})).toBeGreaterThanOrEqual(floor);
				}
			}),
		);
	});

	it('changes only when ten more people stand behind it', () => {
		fc.assert(
			fc.property(order, least, (votes, k) => {
				const floor = Math.max(smallest, k ?? smallest);
				const seen = watch(votes, k);
				for (let index = 1; index < seen.length; index += 1) {
					const [before, now] = [seen[index - 1], seen[index]];
					if (now?.released === before?.released) {
						if (now?.shown.state === 'shown') expect(now.shown).toEqual(before?.shown);
						continue;
					}
					expect(total(now?.released ?? {}) - total(before?.released ?? {})).toBeGreaterThanOrEqual(floor);
				}
			}),
		);
	});

	it('is shown or not by how many answered, never by what', () => {
		fc.assert(
			fc.property(order, fc.nat(), (votes, turn) => {
				const other = votes.map((_, index) => options[(index * 7 + turn) % options.length] ?? 'a');
				const states = (all: readonly string[]) =>
					watch(all).map(({ shown }) => (shown.state === 'shown' ? shown.people : shown.needed));
				expect(states(other)).toEqual(states(votes));
			}),
		);
	});

	it('adds up to 100 in whole percent that are right to one, or is told as "most"', () => {
		fc.assert(
			fc.property(order, (votes) => {
				const { shown, released } = watch(votes).at(-1) ?? { shown: null, released: null };
				if (shown?.state !== 'shown' || released === null) return;
				const people = total(released);
				expect(shown.people).toBe(people < 50 ? people - (people % 5) : people);
				const nearly = Object.entries(released).find(([, count]) => count >= people * 0.9)?.[0] ?? null;
				expect(shown.most).toBe(nearly);
				if (nearly !== null) return expect(shown.percent).toBeNull();
				const percent = Object.entries(shown.percent ?? {});
				expect(percent.reduce((sum, [, one]) => sum + one, 0)).toBe(100);
				for (const [option, one] of percent) {
					expect(Number.isInteger(one)).toBe(true);
					expect(Math.abs(one - (100 * (released[option] ?? 0)) / people)).toBeLessThan(1);
				}
			}),
		);
	});

	it.each([
		[{ a: 10, b: 0 }, 'a'],
		[{ a: 9, b: 1 }, 'a'],
		[{ a: 8, b: 2 }, null],
		[{ a: 1, b: 44 }, 'b'],
		[{ a: 5, b: 44 }, null],
	])('of %j is told as "most": %s', (votes, most) => {
		const shown = presentDistribution(votes, votes);
		expect(shown).toMatchObject({ state: 'shown', most });
		if (most !== null) expect(shown).toMatchObject({ percent: null });
	});

	it.each([NaN, -Infinity, 0, 1, 9.5])('asks for ten where somebody asks for %d', (k) => {
		const nine = { a: 9 };
		expect(mayRelease(nine, null, k)).toBe(false);
		expect(presentDistribution(nine, nine, k)).toMatchObject({ state: 'waiting' });
		expect(mayRelease({ a: 6, b: 4 }, null, k)).toBe(true);
	});
});
