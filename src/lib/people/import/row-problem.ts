import type { Column, FileColumn } from './column.ts';
import type { ProblemReason, RowProblem } from './person-row.ts';

/** Where a problem stands if the file has no column of that kind: beside the one that stands for it. */
const standIns: Partial<Record<Column, readonly Column[]>> = {
	name: ['familyName', 'givenName'],
	givenName: ['familyName'],
	managerNumber: ['managerEmail', 'manager', 'managerName'],
	managerEmail: ['manager'],
	managerName: ['manager'],
	siteShare: ['site'],
	homeRegion: ['homeCity', 'homeCountry', 'remote', 'site'],
};

/** A problem with its place in the file. The value belongs to a column that is read, or is not given. */
export function rowProblem(
	columns: readonly FileColumn[],
	line: number,
	column: Column | null,
	reason: ProblemReason,
	more: { holdsBack?: boolean; value?: string | null; who?: readonly string[] } = {},
): RowProblem {
	const wanted = column === null ? [] : [column, ...(standIns[column] ?? [])];
	const place = wanted.map((one) => columns.find((other) => other.column === one)).find(Boolean);
	return {
		line,
		column: place?.column ?? column,
		letter: place?.letter ?? '',
		heading: place?.heading ?? '',
		reason,
		holdsBack: more.holdsBack ?? false,
		value: more.value ? more.value.slice(0, 80) : null,
		...(more.who ? { who: more.who.slice(0, 12) } : {}),
	};
}
