/** What a column of a file may mean to us. Everything else in it is not read. */
export const columns = [
	'number',
	'givenName',
	'familyName',
	'secondFamilyName',
	'name',
	'preferredName',
	'email',
	'jobTitle',
	'supervisor',
	'manager',
	'managerNumber',
	'managerEmail',
	'managerName',
	'department',
	'site',
	'siteShare',
	'siteCountry',
	'siteRegion',
	'siteCity',
	'siteIndustry',
	'remote',
	'homeCountry',
	'homeRegion',
	'homeCity',
	'workerType',
	'language',
	'hiredOn',
	'rehiredOn',
	'endedOn',
	'leaveFrom',
	'leaveUntil',
	'backOn',
	'status',
] as const;
export type Column = (typeof columns)[number];

/** Columns of which a file may have several: somebody who works at two sites. */
export const repeatable: ReadonlySet<Column> = new Set(['site', 'siteShare']);

export const dayColumns = ['hiredOn', 'rehiredOn', 'endedOn', 'leaveFrom', 'leaveUntil', 'backOn'] as const;
export type DayColumn = (typeof dayColumns)[number];
export const isDayColumn = (column: Column | null): column is DayColumn =>
	(dayColumns as readonly (string | null)[]).includes(column);

/** Which of day and month stands first, as somebody said it for one column. */
export type DayOrder = 'month_first' | 'day_first';

/** What is never guessed and never read: these headings are recognized only to say that they are left out. */
export type Sensitive = 'pay' | 'birth' | 'identity' | 'bank' | 'health' | 'belonging';

/** One column of a file, as it was recognized or as somebody mapped it. */
export interface FileColumn {
	/** From 0. */
	readonly index: number;
	/** As spreadsheets call it: A, B, …, AA. */
	readonly letter: string;
	readonly heading: string;
	readonly column: Column | null;
	/** `sure`: the heading is one we know. `guessed`: so are the cells, or part of the heading. `chosen`: by somebody. */
	readonly certainty: 'sure' | 'guessed' | 'chosen' | 'unknown';
	readonly sensitive: Sensitive | null;
	readonly hidden: boolean;
	/** Some cells, of columns that are read alone. */
	readonly samples: readonly string[];
}

/** The name that spreadsheets give a column, from 0: A, B, …, Z, AA. */
export function columnLetter(index: number): string {
	const rest = index % 26;
	const before = Math.floor(index / 26);
	return (before > 0 ? columnLetter(before - 1) : '') + String.fromCharCode(65 + rest);
}
