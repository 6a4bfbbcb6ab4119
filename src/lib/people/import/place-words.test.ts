import { describe, expect, it } from 'vitest';
import { countryCode, placeOf } from './place-words.ts';

describe('a place', () => {
	it.each([
		['CA', 'US', 'CA'],
		['ca', 'US', 'CA'],
		['California', 'US', 'CA'],
		['US-CA', 'US', 'CA'],
		['CA - California', 'US', 'CA'],
		['New York', 'US', 'NY'],
		['Washington, DC', 'US', 'DC'],
		['ON', 'CA', 'ON'],
		['Québec', 'CA', 'QC'],
		['Nuevo México', 'US', 'NM'],
		['Jalisco', null, 'Jalisco'],
	])('with the region "%s" is in %s, %s', (said, country, region) => {
		expect(placeOf(null, said, null)).toEqual({ country, region, city: null });
	});

	it('keeps the country that is said', () => {
		expect(placeOf('Canada', 'Ontario', 'Toronto')).toEqual({ country: 'CA', region: 'ON', city: 'Toronto' });
		expect(placeOf('México', 'CA', null)).toEqual({ country: 'MX', region: 'CA', city: null });
		expect(placeOf('Estados Unidos', 'Texas', null)).toEqual({ country: 'US', region: 'TX', city: null });
	});

	it.each([
		['United States', 'US'],
		['U.S.A.', 'US'],
		['EE. UU.', 'US'],
		['Deutschland', 'DE'],
		['JP', 'JP'],
		['Atlantis', null],
	])('"%s" is the country %s', (said, code) => {
		expect(countryCode(said)).toBe(code);
	});
});
