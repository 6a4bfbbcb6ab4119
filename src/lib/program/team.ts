import type { ProgressCounts, ProgressState } from './progress.ts';

/** Somebody who reports to the leader, as the leader sees them: no more than whether they are done. */
export interface TeamMember {
	readonly id: string;
	readonly name: string;
	readonly site: string | null;
	readonly state: ProgressState;
	/** `YYYY-MM-DD` */
	readonly dueOn: string | null;
}

/** Everyone in the line of one of the leader's own reports. */
export interface SubTeam extends Pick<ProgressCounts, 'people' | 'done' | 'overdue'> {
	readonly id: string;
	readonly name: string;
}

/** A course that was asked of somebody in the team. */
export interface TeamCourse {
	readonly course: string;
	readonly people: number;
	readonly notDone: number;
}
