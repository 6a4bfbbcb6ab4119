import type { Locale } from '../platform/context.ts';
import type { FactKind, WorkerType } from './fact.ts';

/** Whether somebody works here on a day. The words are messages `people_person_state_<state>`. */
export const presences = ['here', 'leave', 'left', 'later'] as const;
export type Presence = (typeof presences)[number];

/** A place of work with names instead of ids. */
export interface PlaceView {
	/** Null: they work from home. */
	readonly site: { readonly id: string; readonly name: string } | null;
	readonly country: string | null;
	readonly region: string | null;
	readonly city: string | null;
	readonly share: number;
}

/** What a fact says, with names instead of ids. */
export type FactView =
	| { readonly kind: 'name'; readonly value: string }
	| { readonly kind: 'email' | 'jobTitle'; readonly value: string | null }
	| { readonly kind: 'supervisor'; readonly value: boolean | null }
	| { readonly kind: 'department'; readonly value: { id: string; name: string } | null }
	| { readonly kind: 'manager'; readonly value: { id: string; name: string } | null }
	| { readonly kind: 'workPlaces'; readonly value: readonly PlaceView[] }
	| { readonly kind: 'workerType'; readonly value: WorkerType | null }
	| { readonly kind: 'employment'; readonly value: 'employed' | 'ended' }
	| { readonly kind: 'leave'; readonly value: 'on' | 'back' };

/** A fact in somebody's history. */
export interface HistoryLine {
	readonly id: string;
	readonly fact: FactView;
	readonly startsOn: string;
	readonly recordedAt: Date;
	/** The name of who recorded it; null: a file, or the machinery. */
	readonly recordedBy: string | null;
	readonly fromFile: boolean;
	/** What it corrects stands in the history too. */
	readonly correctsAnother: boolean;
	/** It was mistaken: another one stands in its place, or it was never so. */
	readonly corrected: { how: 'replaced' | 'never'; at: Date; by: string | null } | null;
	/** What was so before it, as far as is known now. */
	readonly before: FactView | null;
	/** It begins after today. */
	readonly toCome: boolean;
}

/** One person as program admins see them. */
export interface PersonPage {
	readonly id: string;
	readonly number: string;
	readonly name: string;
	readonly preferredName: string | null;
	readonly language: Locale;
	readonly presence: Presence;
	readonly hiredOn: string | null;
	readonly endedOn: string | null;
	readonly leaveFrom: string | null;
	readonly leaveUntil: string | null;
	/** What is so today, by kind, with the day since when. */
	readonly now: readonly (HistoryLine | { readonly kind: FactKind; readonly unknown: true })[];
	readonly history: readonly HistoryLine[];
	readonly reports: number;
	/** Numbers of people who turned out to be this one. */
	readonly alsoNumbers: readonly string[];
}

/** One person as somebody above them sees them. */
export interface TeamMember {
	readonly id: string;
	readonly name: string;
	readonly jobTitle: string | null;
	readonly site: string | null;
	readonly department: string | null;
	readonly presence: Presence;
}

/** Whether somebody works here on a day, from what is known of them that day. */
export function presenceOn(
	person: Record<'hiredOn' | 'endedOn' | 'leaveFrom' | 'leaveUntil', string | null>,
	today: string,
): Presence {
	const { hiredOn, endedOn, leaveFrom, leaveUntil } = person;
	if (endedOn !== null && endedOn < today) return 'left';
	if (hiredOn !== null && hiredOn > today) return 'later';
	const away = leaveFrom !== null && leaveFrom <= today && (leaveUntil === null || leaveUntil > today);
	return away ? 'leave' : 'here';
}
