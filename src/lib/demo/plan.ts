import type { FactKind, WorkerType } from '../people/fact.ts';
import type { Locale } from '../platform/context.ts';
import type { Home } from './places.ts';

/** A place of work: a site by its name, or a home. */
export type PlannedPlace =
	{ readonly site: string; readonly share: number } | (Home & { readonly share: number });

/** What a fact says, with names and numbers where the database has ids. */
export interface PlannedFact {
	readonly kind: FactKind;
	/** A department by its name, a manager by their number, places as above; everything else as it is stored. */
	readonly value: unknown;
	/** `YYYY-MM-DD` */
	readonly startsOn: string;
	/** The day on which the organization came to know it, at the earliest. */
	readonly knownOn: string;
	/** Replaces what was said before of the same kind and day, as mistaken. */
	readonly mends?: true;
}

export interface PlannedPerson {
	readonly number: string;
	readonly givenName: string;
	readonly familyName: string;
	readonly language: Locale;
	/** The day on which the organization first told of them. */
	readonly knownOn: string;
	readonly facts: readonly PlannedFact[];
	readonly taker: Taker;
}

/** What decides when and how somebody takes a course. */
export interface Taker {
	readonly site: string;
	readonly region: string;
	readonly timeZone: string;
	readonly shift: 'day' | 'evening' | 'night';
	readonly workerType: WorkerType;
	readonly leads: boolean;
	/** First day and last day of work; null: still here. */
	readonly from: string;
	readonly until: string | null;
	/** First and last day of leaves, and between two employments. */
	readonly away: readonly (readonly [from: string, until: string])[];
	/** Somebody of the cast: whoever plays them takes the course. */
	readonly played: boolean;
}

export interface Plan {
	/** The day on which the organization began with Upstander. */
	readonly begin: string;
	/** In the order of their numbers. */
	readonly people: readonly PlannedPerson[];
}
