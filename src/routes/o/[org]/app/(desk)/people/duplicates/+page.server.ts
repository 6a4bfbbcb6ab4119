import { listDuplicates } from '#lib/people/server/list-duplicates.ts';
import type { PageServerLoad } from './$types';

/** Pairs shown at once; who works them off sees the next ones. */
const most = 100;

export const load: PageServerLoad = async ({ locals }) => {
	const pairs = await locals.act(listDuplicates);
	return { total: pairs.length, pairs: pairs.slice(0, most) };
};
