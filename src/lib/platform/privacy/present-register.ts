import type { Locale } from '../context.ts';
import type { TableData } from './table-data.ts';
import { basisWords, readerWords, whoseWords } from './words.ts';

/** One line of the record of processing, in the reader's language. */
export interface RegisterLine {
	readonly title: string;
	readonly tables: readonly string[];
	readonly purpose: string;
	readonly whose: string;
	readonly basis: string;
	readonly kept: string;
	readonly readers: string;
	readonly aboutPeople: boolean;
}

/** The register as people read it: tables of the same title, purpose and readers are one line. */
export function presentRegister(data: readonly TableData[], locale: Locale): RegisterLine[] {
	const lines = new Map<string, RegisterLine & { tables: string[] }>();
	for (const entry of data) {
		const line = {
			title: entry.title[locale],
			purpose: entry.purpose[locale],
			whose: whoseWords[entry.whose][locale],
			basis: basisWords[entry.basis][locale],
			kept: entry.kept[locale],
			readers: entry.readers.map((reader) => readerWords[reader]?.[locale] ?? reader).join(', '),
			aboutPeople: entry.whose !== 'nobody',
		};
		const key = JSON.stringify(line);
		const same = lines.get(key);
		if (same) same.tables.push(entry.table);
		else lines.set(key, { ...line, tables: [entry.table] });
	}
	return [...lines.values()];
}
