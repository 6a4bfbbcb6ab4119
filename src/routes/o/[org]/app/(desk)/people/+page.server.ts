import * as v from 'valibot';
import { peopleFilterSchema } from '#lib/people/people-filter.ts';
import { listPeople, pageSize } from '#lib/people/server/list-people.ts';
import { placeChoices } from '#lib/people/server/list-places.ts';
import { mailTroubles } from '#lib/platform/mail/server/mail-troubles.ts';
import { pageNumber } from '../../../../../../server/page-number.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const filter = v.parse(peopleFilterSchema, Object.fromEntries(url.searchParams));
	const page = pageNumber(url);
	return locals.act(async (ctx) => {
		const { people, total } = await listPeople(ctx, { ...filter, page });
		return {
			people,
			total,
			troubles: Object.fromEntries(await mailTroubles(ctx, people)),
			choices: await placeChoices(ctx),
			filter,
			page,
			pageSize,
		};
	});
};
