/**
 * The calendar day at a place.
 * @param zone an IANA time zone, such as `America/Chicago`
 * @returns `YYYY-MM-DD`
 * @throws RangeError when the zone is unknown
 */
export function localDay(at: Date, zone: string): string {
	const kept = days.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
	days.set(zone, kept);
	return kept.format(at);
}

/**
 * The hour of the day at a place, from 0 to 23.
 * @param zone an IANA time zone
 */
export function localHour(at: Date, zone: string): number {
	const kept =
		hours.get(zone) ??
		new Intl.DateTimeFormat('en-US', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' });
	hours.set(zone, kept);
	return Number(kept.format(at));
}

/** Whether this is the name of a time zone that dates can be told in. */
export function isTimeZone(zone: string): boolean {
	try {
		new Intl.DateTimeFormat('en-US', { timeZone: zone });
		return true;
	} catch {
		return false;
	}
}

const days = new Map<string, Intl.DateTimeFormat>();
const hours = new Map<string, Intl.DateTimeFormat>();
