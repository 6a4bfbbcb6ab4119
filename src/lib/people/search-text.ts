/**
 * Text as it is searched: lower case, without accents, single spaces. Every script stays what it is, so that "muñoz",
 * "Munoz" and "Муньос" each find their own.
 */
export function searchText(...parts: readonly (string | null)[]): string {
	return parts
		.filter((part) => part !== null)
		.join(' ')
		.normalize('NFKD')
		.replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
		.normalize('NFC')
		.toLowerCase()
		.replace(/\s+/g, ' ')
		.trim();
}
