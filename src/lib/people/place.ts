import * as v from 'valibot';
import { isTimeZone } from '../platform/dates/local-day.ts';

const text = (most: number) => v.optional(v.pipe(v.string(), v.trim(), v.maxLength(most)), '');

/** What a form says of a site; what is empty is not known. */
export const siteForm = v.object({
	key: v.pipe(v.string(), v.uuid()),
	name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200)),
	country: v.pipe(text(2), v.toUpperCase(), v.regex(/^([A-Z]{2})?$/)),
	region: v.pipe(text(10), v.toUpperCase()),
	city: text(120),
	timeZone: v.pipe(
		text(60),
		v.check((zone) => zone === '' || isTimeZone(zone)),
	),
	industry: text(200),
	startsOn: v.string(),
});

export const departmentForm = v.object({
	key: v.pipe(v.string(), v.uuid()),
	name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200)),
	startsOn: v.string(),
});

/** Why nothing was done with a site or department. The words are messages `people_site_refused_<reason>`. */
export interface PlaceRefusal {
	readonly reason: 'name_taken' | 'unreadable' | 'day_impossible' | 'unchanged';
	readonly field: string;
}

/** A site or department as a list shows it. */
export interface PlaceLine {
	readonly id: string;
	readonly name: string;
	/** Who works there today, or is on leave from there. */
	readonly people: number;
}

export interface SiteLine extends PlaceLine {
	readonly country: string | null;
	readonly region: string | null;
	readonly city: string | null;
	readonly timeZone: string | null;
	readonly industry: string | null;
}

/** What was recorded of a site or department. */
export interface PlaceHistoryLine {
	readonly id: string;
	readonly kind: 'name' | 'address' | 'timeZone' | 'industry';
	/** Of an address: country, state and city. */
	readonly value: readonly string[];
	readonly startsOn: string;
	readonly recordedAt: Date;
	readonly recordedBy: string | null;
}
