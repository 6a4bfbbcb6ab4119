import type { Locale } from '../platform/context.ts';
import type { Row, TableData } from '../platform/privacy/table-data.ts';
import { leftOutWords } from '../platform/privacy/words.ts';

export interface CopiedTable {
	readonly table: string;
	readonly title: string;
	/** The columns in order, each in the reader's words. */
	readonly fields: readonly { readonly name: string; readonly words: string }[];
	readonly rows: readonly Row[];
	/** What is not in it, and why. */
	readonly left: readonly { readonly name: string; readonly why: string }[];
}

/** What a table says of somebody, in the reader's language. */
export function copiedTable(entry: TableData, rows: readonly Row[], locale: Locale): CopiedTable {
	const fields = Object.entries(entry.fields ?? {}).map(([name, words]) => ({ name, words: words[locale] }));
	return {
		table: entry.table,
		title: entry.title[locale],
		fields,
		// jsonb does not keep the order of columns.
		rows: rows.map((row) => Object.fromEntries(fields.map(({ name }) => [name, row[name]]))),
		left: Object.entries(entry.left ?? {}).map(([name, why]) => ({
			name,
			why: (typeof why === 'string' ? leftOutWords[why] : why)[locale],
		})),
	};
}

/** The copy as a file: JSON whose first part explains the rest. */
export function copyFile(
	tables: readonly CopiedTable[],
	about: { readonly org: string; readonly takenAt: Date; readonly intro: string },
): string {
	const readme = Object.fromEntries(
		tables.map(({ table, title, fields, left }) => [
			table,
			{
				title,
				fields: Object.fromEntries(fields.map(({ name, words }) => [name, words])),
				leftOut: Object.fromEntries(left.map(({ name, why }) => [name, why])),
			},
		]),
	);
	const { org, takenAt, intro } = about;
	const data = Object.fromEntries(tables.map(({ table, rows }) => [table, rows]));
	return `${JSON.stringify({ README: { intro, organization: org, takenAt, tables: readme }, data }, null, '\t')}\n`;
}
