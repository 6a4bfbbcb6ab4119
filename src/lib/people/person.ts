import * as v from 'valibot';
import type { Locale } from '../platform/context.ts';
import type { Presence } from './person-page.ts';

/** A person as the people pages show them. */
export interface PersonView {
	readonly id: string;
	readonly number: string;
	readonly name: string;
	readonly email: string | null;
	readonly department: string | null;
	readonly site: string | null;
	readonly language: Locale;
	readonly jobTitle: string | null;
	readonly presence: Presence;
}

/** One person as a spreadsheet names them; a field that the file leaves empty is null. */
export interface PersonRow {
	/** Line in the file, counted from 1 with the headings. */
	readonly line: number;
	readonly number: string;
	readonly givenName: string;
	readonly familyName: string;
	readonly email: string | null;
	readonly managerNumber: string | null;
	readonly department: string | null;
	readonly site: string | null;
	readonly language: Locale | null;
	/** `YYYY-MM-DD` */
	readonly hiredOn: string | null;
}

export const columns = [
	'number',
	'givenName',
	'familyName',
	'name',
	'email',
	'managerNumber',
	'department',
	'site',
	'language',
	'hiredOn',
] as const;
export type Column = (typeof columns)[number];

/** Why a row, or one fact of it, could not be taken. The words are messages `people_problem_<reason>`. */
export const problemReasons = [
	'number_missing',
	'number_twice',
	'name_missing',
	'email_broken',
	'email_twice',
	'language_unknown',
	'date_broken',
	'date_ambiguous',
	'manager_unknown',
	'manager_self',
] as const;
export type ProblemReason = (typeof problemReasons)[number];

export interface RowProblem {
	readonly line: number;
	readonly column: Column;
	readonly reason: ProblemReason;
	/** True when the whole row is held back; false when the person comes in with this fact left open. */
	readonly holdsBack: boolean;
}

/** A file that cannot be read as a list of people at all. */
export type FileProblem = 'empty' | 'no_number_column' | 'no_name_column' | 'not_csv' | 'too_large';

export interface ParsedFile {
	readonly rows: readonly PersonRow[];
	readonly problems: readonly RowProblem[];
	/** Headings of the file that nothing was read from; their cells are stored nowhere. */
	readonly unread: readonly string[];
}

export const emailSchema = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.email(), v.maxLength(254));

/** What somebody wants to be called; empty goes back to their given name. */
export const nameForm = v.object({
	preferredName: v.pipe(v.string(), v.trim(), v.maxLength(60)),
});
