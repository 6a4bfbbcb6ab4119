import { describe, expect, it } from 'vitest';
import { isTimeZone, localDay, localHour } from './local-day.ts';

describe('a moment at a place', () => {
	const moment = new Date('2026-03-01T04:30:00Z');

	it.each([
		['UTC', '2026-03-01', 4],
		['America/New_York', '2026-02-28', 23],
		['America/Los_Angeles', '2026-02-28', 20],
		['Asia/Tokyo', '2026-03-01', 13],
	])('in %s is the day %s at %i', (zone, day, hour) => {
		expect(localDay(moment, zone)).toBe(day);
		expect(localHour(moment, zone)).toBe(hour);
	});

	it('is midnight at zero, not at twenty-four', () => {
		expect(localHour(new Date('2026-03-01T05:00:00Z'), 'America/New_York')).toBe(0);
	});

	it('is nowhere in a zone that does not exist', () => {
		expect(isTimeZone('America/Chicago')).toBe(true);
		expect(isTimeZone('Nowhere/Else')).toBe(false);
		expect(() => localDay(moment, 'Nowhere/Else')).toThrow(RangeError);
	});
});
