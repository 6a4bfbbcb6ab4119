import { listPeople, pageSize } from '#lib/people/server/list-people.ts';
import { pageNumber } from '../../../../../../server/page-number.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const search = (url.searchParams.get('search') ?? '').trim().slice(0, 100);
	const page = pageNumber(url);
	const { people, total } = await locals.act((ctx) => listPeople(ctx, { page, search }));
	return { people, total, search, page, pageSize };
};
