/** The `page` of an address, from 1. */
export function pageNumber(url: URL): number {
	const page = Number(url.searchParams.get('page') ?? 1);
	return Number.isSafeInteger(page) && page >= 1 && page <= 100_000 ? page : 1;
}
