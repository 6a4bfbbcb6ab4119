import { describe, expect, it } from 'vitest';
import { dayStart } from './day-start.ts';

describe('a day begins', () => {
	it.each([
		['2026-11-20', 'America/New_York', 0, '2026-11-20T05:00:00.000Z'],
		['2026-11-20', 'America/New_York', 1, '2026-11-21T05:00:00.000Z'],
		// The clocks change on the day itself, and once at midnight: then the day begins at one.
		['2026-03-08', 'America/New_York', 1, '2026-03-09T04:00:00.000Z'],
		['2022-09-11', 'America/Santiago', 0, '2022-09-11T04:00:00.000Z'],
		['2026-12-31', 'UTC', 1, '2027-01-01T00:00:00.000Z'],
	])('%s in %s, %i days later: %s', (day, zone, later, moment) =>
		expect(dayStart(day, zone, later).toISOString()).toBe(moment),
	);

	it('only if there is such a day', () => {
		expect(() => dayStart('2026-02-30', 'UTC')).toThrow(RangeError);
	});
});
