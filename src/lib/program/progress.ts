/** How far somebody is with a course, as it is told. */
export const progressStates = ['done', 'going', 'open', 'overdue', 'leave'] as const;
export type ProgressState = (typeof progressStates)[number];

/** How far they got. */
export const stages = ['open', 'going', 'done'] as const;

/** Whether they are at work, away for a while, or gone: who is gone keeps the record and is counted apart. */
export const standings = ['here', 'leave', 'left'] as const;
export type Standing = (typeof standings)[number];

/** By what people are counted; `all` is everyone. */
export const dimensions = ['all', 'site', 'department', 'manager', 'language', 'place', 'launch'] as const;
export type Dimension = (typeof dimensions)[number];

export interface ProgressCounts {
	/** Those who are done, going, not started, overdue or on leave: nobody who has left. */
	readonly people: number;
	readonly done: number;
	readonly going: number;
	readonly open: number;
	readonly overdue: number;
	readonly leave: number;
	/** Who has left, and how many of them were done. */
	readonly left: number;
	readonly leftDone: number;
}

/** A workbook is made in memory: longer lists are CSV files. */
export const mostInWorkbook = 50_000;

/** Counts of one site, department and so on. */
export interface GroupProgress extends ProgressCounts {
	/** As an address names it: an id, a language, a place such as `US-IL`; `none` for those without. */
	readonly key: string;
	/** Null for those without; for languages and places it is the key. */
	readonly name: string | null;
}

/** One person of a course, as a list shows them. */
export interface PersonProgress {
	readonly id: string;
	readonly name: string;
	readonly number: string;
	readonly site: string | null;
	readonly department: string | null;
	readonly state: ProgressState;
	/** They no longer work here. */
	readonly left: boolean;
	/** `YYYY-MM-DD`, as the next. */
	readonly dueOn: string | null;
	readonly completedOn: string | null;
}

/**
 * The state of one assignment on a day. Completion is a register and wins over everything; who is on leave is not
 * late; a due date that has passed makes both "going" and "open" overdue.
 * @param today the day at the organization, `YYYY-MM-DD`
 */
export function progressState(
	row: {
		startedAt: Date | null;
		completedAt: Date | null;
		dueOn: string | null;
		standing: Standing;
	},
	today: string,
): ProgressState {
	if (row.completedAt) return 'done';
	if (row.standing === 'leave') return 'leave';
	if (row.dueOn !== null && row.dueOn < today) return 'overdue';
	return row.startedAt ? 'going' : 'open';
}
