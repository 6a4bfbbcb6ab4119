import { m } from '#lib/paraglide/messages.js';
import type { PlaceRefusal } from '#lib/people/place.ts';

/** Why nothing was done with a site or department. */
export const placeRefusalWords: Record<PlaceRefusal['reason'], () => string> = {
	name_taken: m.people_site_refused_name_taken,
	unreadable: m.people_person_refused_unreadable,
	day_impossible: m.people_site_refused_day_impossible,
	unchanged: m.people_person_refused_unchanged,
};
