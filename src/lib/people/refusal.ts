import type { ContradictionReason } from './contradictions.ts';

/** Why what was asked about a person was not done. The words are messages `people_person_refused_<reason>`. */
export type RefusalReason =
	| ContradictionReason
	| 'number_taken'
	| 'email_taken'
	| 'manager_circle'
	| 'manager_unknown'
	| 'manager_several'
	| 'unchanged'
	| 'unreadable';

export interface Refusal {
	readonly reason: RefusalReason;
	/** The day that does not fit, and the one to which it does not. */
	readonly day?: string;
	readonly other?: string;
	/** The people it is about, in their order. */
	readonly names?: readonly string[];
	/** The field of the form. */
	readonly field?: string;
}
