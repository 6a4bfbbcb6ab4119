import { Temporal } from 'temporal-polyfill';

/**
 * The moment at which a day begins at a place.
 * @param day `YYYY-MM-DD`
 * @param zone an IANA time zone
 * @param later so many days after it
 */
export function dayStart(day: string, zone: string, later = 0): Date {
	const start = Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime(zone);
	return new Date(start.epochMilliseconds);
}
