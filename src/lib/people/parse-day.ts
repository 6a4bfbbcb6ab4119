/**
 * Reads a calendar day as spreadsheets write it: `2024-03-09`, or `3/9/2024` and `9.3.2024` where only one order
 * is possible. Which of day and month comes first is never guessed.
 * @returns null for an empty cell, the day as `YYYY-MM-DD`, or why it cannot be read
 */
export function parseDay(text: string): null | { iso: string } | 'broken' | 'ambiguous' {
	if (text === '') return null;
	const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00.*)?$/.exec(text);
	if (iso) return dayOf(iso[1], iso[2], iso[3]);
	const parts = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text);
	if (!parts) return 'broken';
	const [, first, , second, year] = parts;
	const monthFirst = dayOf(year, first, second);
	const dayFirst = dayOf(year, second, first);
	if (monthFirst === 'broken') return dayFirst;
	if (dayFirst === 'broken' || monthFirst.iso === dayFirst.iso) return monthFirst;
	return 'ambiguous';
}

function dayOf(year = '', month = '', day = ''): { iso: string } | 'broken' {
	const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	const date = new Date(`${iso}T00:00:00Z`);
	const real = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
	return real && Number(year) >= 1900 && Number(year) <= 2100 ? { iso } : 'broken';
}
