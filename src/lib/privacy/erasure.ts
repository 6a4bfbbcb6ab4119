import * as v from 'valibot';
import type { Words } from '../platform/privacy/table-data.ts';

const key = v.pipe(v.string(), v.uuid());
const number = v.pipe(v.string(), v.trim(), v.maxLength(100));

export const holdForm = v.object({
	key,
	number: v.optional(number, ''),
	reason: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(500)),
});
export const leaverForm = v.object({ key, number: v.pipe(number, v.nonEmpty()) });
export const decisionForm = v.variant('decision', [
	v.object({ decision: v.literal('erase') }),
	v.object({
		decision: v.literal('refuse'),
		refusal: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(1000)),
	}),
]);

/** What would become of one table's rows of a person. */
export interface Fate {
	readonly table: string;
	readonly title: Words;
	readonly rows: number;
	readonly fate: 'goes' | 'kept' | 'stays';
	/** The law or reason that keeps them. */
	readonly why: Words | undefined;
}

export interface ErasurePlan {
	readonly fates: readonly Fate[];
	/** The first day on which nothing must be kept, `YYYY-MM-DD`; null while there is no end yet. */
	readonly keptUntil: string | null;
	/** Nothing is kept: the person goes whole. */
	readonly whole: boolean;
	readonly held: boolean;
}
