import type { DayOrder } from './column.ts';

/**
 * A calendar day as `YYYY-MM-DD`; or that day and month may be either way, with both readings; or why it is no day.
 * `contradicts` is a day that is possible only in the other order than the column's.
 */
export type Day =
	| null
	| { readonly iso: string }
	| { readonly monthFirst: string; readonly dayFirst: string }
	| 'broken'
	| 'contradicts';

/**
 * Reads a calendar day as spreadsheets and HR systems write it: ISO, `3/25/2024`, `25.3.2024`, `25-Mar-24`,
 * `March 25, 2024`, `25 de marzo de 2024`, `25. März 2024`, `20240325`, each with or without a time; and the day
 * numbers of Excel. Years of two digits are 2000 to 2049 and 1950 to 1999. Which of day and month comes first is
 * never guessed: without an order, a day that is real in both comes back with both readings.
 * @param text without white space at its ends
 * @param order what was said about the whole column
 */
export function parseDay(text: string, order?: DayOrder): Day {
	if (text === '' || /^[-–—.0/]+$/.test(text) || /^(n\/?a|none|null|nil)$/i.test(text)) return null;
	const bare = withoutTime(text);
	// The end of time, as SAP and Oracle write "no end", and the day before the first of Excel.
	if (
		/(?<!\d)(9999|4712)(?!\d)/.test(bare) ||
		bare === '1900-01-00' ||
		bare === '1899-12-30' ||
		bare === '1899-12-31'
	)
		return null;
	const iso = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})$/.exec(bare);
	if (iso && (iso[2] !== '' || bare.length === 8)) return dayOf(iso[1], iso[3], iso[4]);
	if (/^\d{5}(\.\d+)?$/.test(bare)) return dayOfSerial(Number(bare));
	const numbers = /^(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})$/.exec(bare);
	if (!numbers) return dayWithWords(bare);
	const [, first, , second, written = ''] = numbers;
	const year = fullYear(written);
	const monthFirst = dayOf(year, first, second);
	const dayFirst = dayOf(year, second, first);
	if (monthFirst === 'broken' && dayFirst === 'broken') return 'broken';
	if (order !== undefined) {
		const wanted = order === 'month_first' ? monthFirst : dayFirst;
		return wanted === 'broken' ? 'contradicts' : wanted;
	}
	if (monthFirst === 'broken') return dayFirst;
	if (dayFirst === 'broken' || monthFirst.iso === dayFirst.iso) return monthFirst;
	return { monthFirst: monthFirst.iso, dayFirst: dayFirst.iso };
}

/** The order in which a day can only be read, if only one is possible and it tells them apart. */
export function orderShown(text: string): DayOrder | null {
	const numbers = /^(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})$/.exec(withoutTime(text));
	if (!numbers) return null;
	const [, first, , second, year = ''] = numbers;
	const monthFirst = dayOf(fullYear(year), first, second) !== 'broken';
	const dayFirst = dayOf(fullYear(year), second, first) !== 'broken';
	if (monthFirst === dayFirst) return null;
	return monthFirst ? 'month_first' : 'day_first';
}

/** Day 60 of Excel is the 29th of February 1900, which never was; people are hired after it. */
function dayOfSerial(serial: number): { iso: string } | 'broken' {
	if (serial < 10_000 || serial > 73_050) return 'broken';
	return {
		iso: new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10),
	};
}

const withoutTime = (text: string) =>
	text
		.replace(/^[\p{L}]{2,10}\.?,\s+(?=[\p{L}\d])/u, (weekday) =>
			monthOf(weekday) === undefined ? '' : weekday,
		)
		.replace(
			/(?:T|,?\s+(?:at |um |a las )?)\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?\s?m\.?)?\s*(?:Z|UTC|GMT|[A-Z]{3,4}|[+-]\d{2}:?\d{2})?$/i,
			'',
		);

const months: readonly (readonly string[])[] = [
	['january', 'enero', 'januar', 'janner', 'janvier'],
	['february', 'febrero', 'februar', 'feber', 'fevrier'],
	['march', 'marzo', 'marz', 'maerz', 'mars', 'mrz'],
	['april', 'abril', 'avril', 'abr', 'avr'],
	['may', 'mayo', 'mai'],
	['june', 'junio', 'juni', 'juin'],
	['july', 'julio', 'juli', 'juillet'],
	['august', 'agosto', 'aout', 'ago'],
	['september', 'septiembre', 'setiembre', 'septembre', 'sept', 'set'],
	['october', 'octubre', 'oktober', 'octobre', 'okt'],
	['november', 'noviembre', 'novembre'],
	['december', 'diciembre', 'dezember', 'decembre', 'dic', 'dez'],
];

/** The month of a word in English, Spanish, German or French, whole or its first three letters or more; from 1. */
function monthOf(word: string): number | undefined {
	const bare = word
		.normalize('NFKD')
		.replace(/[^\p{L}]/gu, '')
		.toLowerCase();
	if (bare.length < 3) return undefined;
	const exact = months.findIndex((names) => names.includes(bare));
	const index =
		exact === -1 ? months.findIndex((names) => names.some((name) => name.startsWith(bare))) : exact;
	return index === -1 ? undefined : index + 1;
}

function dayWithWords(text: string): { iso: string } | 'broken' {
	const number = String.raw`(\d{1,2})(?:\.|st|nd|rd|th|º|er)?`;
	const word = String.raw`(\p{L}{3,12})\.?`;
	const year = String.raw`(\d{4}|'?\d{2})`;
	const gap = String.raw`(?:\s*[-/,. ]\s*|\s+(?:de|del|of)\s+|(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d))`;
	const forms: [RegExp, [number, number, number]][] = [
		[new RegExp(`^${number}${gap}${word}${gap}${year}$`, 'iu'), [3, 2, 1]],
		[new RegExp(`^${word}${gap}${number}${gap}${year}$`, 'iu'), [3, 1, 2]],
		[new RegExp(`^(\\d{4})${gap}${word}${gap}${number}$`, 'iu'), [1, 2, 3]],
	];
	for (const [form, [y, m, d]] of forms) {
		const found = form.exec(text.replace(/\s+/g, ' '));
		const month = found && monthOf(found[m] ?? '');
		if (found && month) return dayOf(fullYear((found[y] ?? '').replace("'", '')), String(month), found[d]);
	}
	return 'broken';
}

const fullYear = (written: string) =>
	written.length === 4 ? written : String(Number(written) + (Number(written) < 50 ? 2000 : 1900));

function dayOf(year = '', month = '', day = ''): { iso: string } | 'broken' {
	const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	const date = new Date(`${iso}T00:00:00Z`);
	const real = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
	return real && Number(year) >= 1900 && Number(year) <= 2100 ? { iso } : 'broken';
}
