import type { Column, FileColumn } from './column.ts';
import type { PlannedFact } from './plan-person.ts';
import type { DayQuestion, PeopleFile, RowProblem } from './person-row.ts';

export interface ImportCounts {
	readonly added: number;
	readonly changed: number;
	readonly same: number;
	readonly heldBack: number;
	/** People who work here and are not in the file. */
	readonly missing: number;
}

/** Where an import stands. `asking`: columns or days must be said first. */
export type ImportState = 'asking' | 'ready' | 'applying' | 'done';

/** What was read of the file beside people: kept for the page that asks about its columns. */
export interface FileOutline {
	readonly sheets: PeopleFile['sheets'];
	readonly sheet: number;
	readonly system: string | null;
	readonly headingsHash: string;
	readonly columns: readonly FileColumn[];
	readonly missing: readonly ('number' | 'name')[];
	readonly questions: readonly DayQuestion[];
	readonly skipped: PeopleFile['skipped'];
	readonly cut: PeopleFile['cut'];
}

export interface AddedPerson {
	readonly number: string;
	readonly name: string;
	readonly email: string | null;
	readonly department: string | null;
	readonly site: string | null;
}

export interface ChangedPerson {
	readonly number: string;
	readonly name: string;
	readonly facts: readonly Pick<PlannedFact, 'kind' | 'value' | 'before' | 'startsOn'>[];
	readonly other: readonly ('preferredName' | 'language')[];
}

export interface MissingPerson {
	readonly id: string;
	readonly number: string;
	readonly name: string;
}

/** What an import would do. */
export interface ImportPlan {
	/** The first of them. */
	readonly added: readonly AddedPerson[];
	readonly changed: readonly ChangedPerson[];
	readonly missing: readonly MissingPerson[];
	/** Addresses that go from one person of the file to another. */
	readonly moving: readonly string[];
	readonly problems: readonly RowProblem[];
}

/** What somebody says about the columns of a file. */
export interface Choice {
	readonly sheet: number;
	readonly mapping: readonly (Column | null)[];
}
