import { timeZoneOf } from '#lib/people/time-zone-of.ts';
import { listSites } from '#lib/people/server/list-places.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const sites = await locals.act(listSites);
	return {
		sites: sites.map((site) => ({ ...site, guess: timeZoneOf(site.country, site.region) ?? null })),
	};
};
