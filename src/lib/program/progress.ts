/** How far somebody is with a course. */
export const progressStates = ['done', 'going', 'open', 'overdue'] as const;
export type ProgressState = (typeof progressStates)[number];

export interface ProgressCounts {
	readonly people: number;
	readonly done: number;
	readonly going: number;
	readonly open: number;
	readonly overdue: number;
}

export interface SiteProgress extends ProgressCounts {
	/** Null for people without a site. */
	readonly site: string | null;
}

export interface PersonProgress {
	readonly id: string;
	readonly name: string;
	readonly number: string;
	readonly site: string | null;
	readonly department: string | null;
	readonly state: ProgressState;
	readonly dueOn: string | null;
	readonly completedAt: Date | null;
}

/**
 * The state of one assignment on a day. Completion is a register and wins over everything; a due date that has
 * passed makes both "going" and "open" overdue.
 * @param today the day at the place of work, `YYYY-MM-DD`
 */
export function progressState(
	row: { startedAt: Date | null; completedAt: Date | null; dueOn: string | null },
	today: string,
): ProgressState {
	if (row.completedAt) return 'done';
	if (row.dueOn !== null && row.dueOn < today) return 'overdue';
	return row.startedAt ? 'going' : 'open';
}
