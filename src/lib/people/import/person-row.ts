import type { Locale } from '../../platform/context.ts';
import type { WorkerType } from '../fact.ts';
import type { Status } from './cell-words.ts';
import type { Column, DayColumn, DayOrder, FileColumn } from './column.ts';
import type { Skipped } from './find-table.ts';

/** How a file names somebody's manager. */
export interface ManagerMention {
	readonly by: 'number' | 'email' | 'name';
	readonly value: string;
}

/** Where somebody works: at a site, or at home; shares in whole percents. */
export type PlaceMention =
	| { readonly site: string; readonly share: number }
	| {
			readonly country: string;
			readonly region: string | null;
			readonly city: string | null;
			readonly share: number;
	  };

/** One person as a file says it. Null is what the file does not say: an empty cell leaves what is known as it is. */
export interface PersonRow {
	readonly line: number;
	readonly number: string;
	readonly givenName: string;
	readonly familyName: string;
	readonly preferredName: string | null;
	readonly email: string | null;
	readonly jobTitle: string | null;
	readonly supervisor: boolean | null;
	readonly manager: ManagerMention | null;
	readonly department: string | null;
	readonly places: readonly PlaceMention[] | null;
	readonly workerType: WorkerType | null;
	readonly language: Locale | null;
	readonly hiredOn: string | null;
	readonly rehiredOn: string | null;
	readonly endedOn: string | null;
	readonly leaveFrom: string | null;
	/** First day back at work. */
	readonly backOn: string | null;
	readonly status: Status | null;
}

/** What a file says about a site beside its name. */
export interface SiteMention {
	readonly name: string;
	readonly country: string | null;
	readonly region: string | null;
	readonly city: string | null;
	readonly industry: string | null;
}

export const problemReasons = [
	'number_missing',
	'number_twice',
	'number_cut',
	'name_missing',
	'too_many_cells',
	'email_broken',
	'email_twice',
	'language_unknown',
	'date_broken',
	'date_ambiguous',
	'date_contradicts',
	'end_before_hire',
	'rehire_before_hire',
	'leave_ends_before',
	'active_but_ended',
	'manager_unknown',
	'manager_self',
	'manager_several',
	'manager_circle',
	'supervisor_unknown',
	'remote_unknown',
	'home_unknown',
	'worker_type_unknown',
	'status_unknown',
	'share_broken',
	'site_contradicts',
	'lines_contradict',
	'letters_lost',
	'cell_error',
	'quote_stray',
] as const;
export type ProblemReason = (typeof problemReasons)[number];

/** A cell that could not be used. With `holdsBack` the whole line waits; else the person comes in without that fact. */
export interface RowProblem {
	readonly line: number;
	/** Null where the line as a whole is meant. */
	readonly column: Column | null;
	/** A, B, …, and the heading as the file has it; empty for the line as a whole. */
	readonly letter: string;
	readonly heading: string;
	readonly reason: ProblemReason;
	readonly holdsBack: boolean;
	/** What stands in the cell; only of columns that are read. */
	readonly value: string | null;
	/** Others whom it concerns, such as the people of a circle of managers. */
	readonly who?: readonly string[];
}

/** Day or month first? Asked once a column, with the first cells that can be read both ways. */
export interface DayQuestion {
	readonly index: number;
	readonly letter: string;
	readonly heading: string;
	readonly column: DayColumn;
	readonly cells: readonly { line: number; text: string; monthFirst: string; dayFirst: string }[];
	readonly ambiguous: number;
	/** Cells of the same column that can be read in one order alone: a hint, and both at once a contradiction. */
	readonly monthFirst: number;
	readonly dayFirst: number;
	readonly answer: DayOrder | null;
}

/** A file as it was read. Cells of columns that are not mapped are nowhere in it. */
export interface PeopleFile {
	readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly lines: number }[];
	readonly sheet: number;
	/** The system whose export it looks like. */
	readonly system: string | null;
	readonly headingLine: number;
	/** A digest of the headings: by it a mapping is remembered. */
	readonly headingsHash: string;
	readonly columns: readonly FileColumn[];
	/** What must be mapped and is not. */
	readonly missing: readonly ('number' | 'name')[];
	readonly rows: readonly PersonRow[];
	readonly sites: readonly SiteMention[];
	/** Numbers of lines that are held back: whose they are, is not missing from the file. */
	readonly heldNumbers: readonly string[];
	readonly problems: readonly RowProblem[];
	readonly questions: readonly DayQuestion[];
	readonly skipped: readonly { readonly line: number; readonly why: Skipped }[];
	readonly cut: 'columns' | 'lines' | null;
}
