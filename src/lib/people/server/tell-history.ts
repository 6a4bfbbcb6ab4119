import type { HistoryLine } from '../person-page.ts';
import type { FactRow } from './find-facts.ts';
import { presentFact } from './present-fact.ts';

/**
 * Facts as a history, mistakes included: each with what was so before it.
 * @param facts the latest day first
 */
export function tellHistory(
	facts: readonly FactRow[],
	names: ReadonlyMap<string, string>,
	today: string,
): HistoryLine[] {
	const corrections = new Map(facts.map((fact) => [fact.corrects, fact]));
	const told = facts.filter((fact) => !fact.void);
	return told.map((fact, index) => {
		const correction = corrections.get(fact.id);
		const before =
			!correction &&
			told.slice(index + 1).find((other) => other.kind === fact.kind && !corrections.has(other.id));
		return {
			id: fact.id,
			fact: presentFact(fact, names),
			before: before ? presentFact(before, names) : null,
			startsOn: fact.startsOn,
			recordedAt: fact.recordedAt,
			recordedBy: fact.recordedBy,
			fromFile: fact.importId !== null,
			correctsAnother: fact.corrects !== null,
			corrected: correction
				? {
						how: correction.void ? 'never' : 'replaced',
						at: correction.recordedAt,
						by: correction.recordedBy,
					}
				: null,
			toCome: fact.startsOn > today,
		};
	});
}
