/** What may follow a comma without being a first name. */
const suffix =
	/^(?:jr|sr|ii|iii|iv|v|md|m\.d|do|rn|lpn|np|pa|phd|ph\.d|dds|esq|cpa|mba|mph|msn|bsn|cna)\.?$/i;

/**
 * Given and family name. One column with a whole name is split at the comma of "Okafor, Priya", else at its last space;
 * a suffix ("Martin King, Jr.") stays with the family name.
 */
export function readNames(
	given: string,
	family: string,
	second: string,
	whole: string,
): [given: string, family: string] {
	if (given !== '' || family !== '') return [given, [family, second].filter((part) => part !== '').join(' ')];
	const parts = whole.split(/\s*,\s*/).filter((part) => part !== '');
	const titles = parts.filter((part, index) => index > 0 && suffix.test(part));
	const [before = '', ...after] = parts.filter((part) => !titles.includes(part));
	const withTitles = (name: string) => [name, ...titles].filter((part) => part !== '').join(' ');
	if (after.length > 0) return [after.join(' '), withTitles(before)];
	const words = before.split(' ');
	// "Martin King Jr.": the suffix is not the family name.
	const last = words.length > 2 && suffix.test(words.at(-1) ?? '') ? words.length - 2 : words.length - 1;
	if (last < 1) return [before, withTitles('')];
	return [words.slice(0, last).join(' '), withTitles(words.slice(last).join(' '))];
}
