/**
 * The only way for a distribution of answers to leave the server. Rules: fewer than `smallest` people are never
 * shown; a shown result stays as it is until as many new people have answered, so that no single answer can be
 * told from the difference of two results; percentages are whole, small totals are rounded to fives, and a result
 * in which nearly all agree is told as "most". Which results are shown depends on how many answered, never on what.
 */

/** No statistic about answers is shown for fewer people. An organization may ask for more, never for less. */
export const smallest = 10;

export type Votes = Readonly<Record<string, number>>;

export type Distribution =
	| { readonly state: 'waiting'; readonly needed: number }
	| {
			readonly state: 'shown';
			/** People behind it: exact from fifty on, below that the next lower multiple of five. */
			readonly people: number;
			/** Percent by option, whole; null where nearly all chose one option: see `most`. */
			readonly percent: Votes | null;
			/** The option that nearly all chose, if there is one. */
			readonly most: string | null;
	  };

/** What no number is, asks for nothing: then it is the smallest. */
const leastOf = (k: number) => (k > smallest ? k : smallest);

export const total = (votes: Votes) => Object.values(votes).reduce((sum, count) => sum + count, 0);

/** Whether the tally has moved far enough past the last release to become the next one. */
export function mayRelease(tally: Votes, released: Votes | null, k = smallest): boolean {
	return total(tally) - total(released ?? {}) >= leastOf(k);
}

/** What a person may see: the last release, or how many answers it still needs. */
export function presentDistribution(released: Votes | null, waiting: Votes, k = smallest): Distribution {
	const least = leastOf(k);
	if (released === null || total(released) < least) {
		return { state: 'waiting', needed: Math.max(1, least - total(waiting)) };
	}
	const people = total(released);
	const shown = people < 50 ? people - (people % 5) : people;
	const most = Object.entries(released).find(([, count]) => count / people >= 0.9)?.[0] ?? null;
	if (most !== null) return { state: 'shown', people: shown, percent: null, most };
	return { state: 'shown', people: shown, percent: wholePercent(released, people), most: null };
}

/** Whole percentages that add up to 100: the largest remainders are rounded up. */
function wholePercent(votes: Votes, people: number): Votes {
	const exact = Object.entries(votes).map(([id, count]) => ({ id, share: (100 * count) / people }));
	let left = 100 - exact.reduce((sum, { share }) => sum + Math.floor(share), 0);
	const byRemainder = [...exact].sort((a, b) => (b.share % 1) - (a.share % 1) || (a.id < b.id ? -1 : 1));
	const up = new Set(byRemainder.filter(() => left-- > 0).map(({ id }) => id));
	return Object.fromEntries(exact.map(({ id, share }) => [id, Math.floor(share) + (up.has(id) ? 1 : 0)]));
}
