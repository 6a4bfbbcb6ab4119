/** Marks that turn the direction of writing, and characters without width: invisible, and in the way of every comparison. */
const invisible = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;
/** Joiners are letters' spelling in Arabic and Indic scripts, between two of their letters; elsewhere they are litter. */
const joiners =
	/(?<![\p{M}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Sinhala}\p{Script=Malayalam}])[\u200C\u200D]|[\u200C\u200D](?![\p{M}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Sinhala}\p{Script=Malayalam}])/gu;

/**
 * A cell as it may be stored: one line, composed letters (NFC), no control or invisible characters, not endless.
 */
export function tidy(cell: string): string {
	if (cell === '') return '';
	// Most cells are plain already; testing is several times faster than rewriting them.
	const line = /^[\x21-\x7E]+(?: [\x21-\x7E]+)*$/.test(cell)
		? cell
		: cell
				.toWellFormed()
				.normalize('NFC')
				.replace(invisible, '')
				.replace(joiners, '')
				.replace(/[\p{Cc}\p{Z}\s]+/gu, ' ')
				.trim();
	return line.length <= 200 ? line : [...line].slice(0, 200).join('').trim();
}

/** For comparing: lower case, without accents or punctuation, single spaces; `#` and `%` are words. */
export function plain(text: string): string {
	return text
		.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
		.replaceAll('#', ' number ')
		.replaceAll('%', ' percent ')
		.normalize('NFKD')
		.replace(/[\p{M}'’]/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.replaceAll('ß', 'ss')
		.trim();
}
