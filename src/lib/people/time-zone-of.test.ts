import { describe, expect, it } from 'vitest';
import { isTimeZone } from '../platform/dates/local-day.ts';
import { timeZoneOf } from './time-zone-of.ts';

const states =
	'AL AK AZ AR CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK OR PA RI SC SD TN TX UT VA VT WA WI WV WY'.split(
		' ',
	);

describe('the likely time zone', () => {
	it.each(states)('of %s is one that there is', (state) => {
		expect(isTimeZone(timeZoneOf('US', state) ?? '')).toBe(true);
	});

	it('is told where it is known, and nowhere else', () => {
		expect(timeZoneOf('US', 'IL')).toBe('America/Chicago');
		expect(timeZoneOf('CA', 'ON')).toBe('America/Toronto');
		expect(timeZoneOf('FR', null)).toBeUndefined();
		expect(timeZoneOf(null, 'IL')).toBeUndefined();
	});
});
