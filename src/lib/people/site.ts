import * as v from 'valibot';
import { isTimeZone } from '../platform/dates/local-day.ts';
import { timeZoneOf } from './time-zone-of.ts';

const words = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200));

/** What each kind of fact about a site says. */
export const siteFactSchemas = {
	name: words,
	address: v.strictObject({
		/** ISO 3166-1 alpha-2. */
		country: v.nullable(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))),
		/** A state or province: ISO 3166-2 without the country. */
		region: v.nullable(words),
		city: v.nullable(words),
	}),
	/** IANA. */
	timeZone: v.pipe(v.string(), v.check(isTimeZone)),
	industry: words,
} as const;

export type SiteFactKind = keyof typeof siteFactSchemas;

/** A fact about a site, to be recorded. */
export type NewSiteFact = {
	[Kind in SiteFactKind]: {
		readonly siteId: string;
		readonly kind: Kind;
		readonly value: v.InferOutput<(typeof siteFactSchemas)[Kind]>;
		/** The day from which it counts, `YYYY-MM-DD`. */
		readonly startsOn: string;
	};
}[SiteFactKind];

/** Countries in which the state or province decides what counts. */
const byRegion = ['US', 'CA'];

/** Whether enough is known of where a site is: the country, the state where that matters, and the hour that it is there. */
export function isPlaced(site: Record<'country' | 'region' | 'timeZone', string | null>): boolean {
	const { country, region, timeZone } = site;
	if (country === null || (region === null && byRegion.includes(country))) return false;
	return (timeZone ?? timeZoneOf(country, region)) !== undefined;
}
