import { describe, expect, it } from 'vitest';
import { newStartCode, readStartCode, showStartCode } from './start-code.ts';

describe('a start code', () => {
	it('is read as it is shown, typed or printed', () => {
		for (let times = 0; times < 200; times += 1) {
			const code = newStartCode();
			expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
			for (const typed of [code, showStartCode(code), showStartCode(code).toLowerCase(), ` ${code} `])
				expect(readStartCode(typed)).toBe(code);
		}
	});

	it('forgives what looks alike', () => {
		expect(readStartCode('oil0-1O1L-0000')).toBe('011010110000');
	});

	it.each([
		'',
		'-',
		'7K2M',
		'7K2M-QX4D-9TPU',
		'7K2M-QX4D-9TPAA',
		'\0'.repeat(12),
		'é'.repeat(12),
		'1'.repeat(5000),
	])('is not %j', (typed) => expect(readStartCode(typed)).toBeUndefined());
});
