import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay } from './parse-day.ts';

describe('a day', () => {
	it.each<[string, ReturnType<typeof parseDay>]>([
		['', null],
		['2024-03-09', { iso: '2024-03-09' }],
		['2024-3-9', { iso: '2024-03-09' }],
		['2024-03-09T00:00:00Z', { iso: '2024-03-09' }],
		['2024-03-09 00:00:00', { iso: '2024-03-09' }],
		['3/25/2024', { iso: '2024-03-25' }],
		['25/3/2024', { iso: '2024-03-25' }],
		['25.3.2024', { iso: '2024-03-25' }],
		['05-05-2024', { iso: '2024-05-05' }],
		['3/9/2024', 'ambiguous'],
		['9.3.2024', 'ambiguous'],
		['2024-02-30', 'broken'],
		['2023-02-29', 'broken'],
		['31/31/2024', 'broken'],
		['0/5/2024', 'broken'],
		['3/25/24', 'broken'],
		['3/25.2024', 'broken'],
		['1899-12-31', 'broken'],
		['2101-01-01', 'broken'],
		['45360', 'broken'],
		['March 9, 2024', 'broken'],
		['=TODAY()', 'broken'],
	])('written as "%s" is %j', (text, day) => {
		expect(parseDay(text)).toEqual(day);
	});

	it('is never guessed: it is read only if it is the same whichever number is the month', () => {
		const number = fc.integer({ min: 0, max: 40 });
		fc.assert(
			fc.property(number, number, fc.integer({ min: 1890, max: 2110 }), (a, b, year) => {
				const day = parseDay(`${a}/${b}/${year}`);
				const real = (month: number, of: number) => {
					const date = new Date(Date.UTC(year, month - 1, of));
					const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === of;
					return same && year >= 1900 && year <= 2100 ? date.toISOString().slice(0, 10) : undefined;
				};
				const ways = new Set([real(a, b), real(b, a)].filter(Boolean));
				if (ways.size === 0) expect(day).toBe('broken');
				if (ways.size === 1) expect(day).toEqual({ iso: [...ways][0] });
				if (ways.size === 2) expect(day).toBe('ambiguous');
			}),
		);
	});
});
