import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay, type Day } from './parse-day.ts';

const march9 = { iso: '2024-03-09' };
const march25 = { iso: '2024-03-25' };

describe('a day', () => {
	it.each<[string, Day]>([
		['', null],
		['-', null],
		['0', null],
		['00/00/0000', null],
		['n/a', null],
		['9999-12-31', null],
		['31.12.9999', null],
		['1900-01-00', null],
		['2024-03-09', march9],
		['2024-3-9', march9],
		['2024/03/09', march9],
		['20240309', march9],
		['2024-03-09T00:00:00Z', march9],
		['2024-03-09 00:00:00', march9],
		['2024-03-09T14:30:00.000+02:00', march9],
		['3/25/2024', march25],
		['3/25/2024 12:00:00 AM', march25],
		['25/3/2024', march25],
		['25.3.2024', march25],
		['25. 3. 2024', march25],
		['3/25/24', march25],
		['25.03.24', march25],
		['3/25/49', { iso: '2049-03-25' }],
		['3/25/50', { iso: '1950-03-25' }],
		['05-05-2024', { iso: '2024-05-05' }],
		['3/9/2024', { monthFirst: '2024-03-09', dayFirst: '2024-09-03' }],
		['9.3.2024', { monthFirst: '2024-09-03', dayFirst: '2024-03-09' }],
		['25-Mar-2024', march25],
		['25-Mar-24', march25],
		['25MAR2024', march25],
		['March 25, 2024', march25],
		['Mar. 25th, 2024', march25],
		['Monday, March 25, 2024', march25],
		['25 de marzo de 2024', march25],
		['25 mar 2024', march25],
		['25-ene-2024', { iso: '2024-01-25' }],
		['1 de septiembre de 2024', { iso: '2024-09-01' }],
		['25. März 2024', march25],
		['25. Dez. 2024', { iso: '2024-12-25' }],
		['25 août 2024', { iso: '2024-08-25' }],
		['2024-Mar-25', march25],
		['45376', march25],
		['45376.75', march25],
		['2024-02-30', 'broken'],
		['2023-02-29', 'broken'],
		['31/31/2024', 'broken'],
		['0/5/2024', 'broken'],
		['3/25.2024', 'broken'],
		['1899-12-30', null],
		['1899-11-30', 'broken'],
		['2101-01-01', 'broken'],
		['4537', 'broken'],
		['99999', 'broken'],
		['31-Feb-2020', 'broken'],
		['soon', 'broken'],
		['=TODAY()', 'broken'],
	])('written as "%s" is %j', (text, day) => {
		expect(parseDay(text)).toEqual(day);
	});

	it.each<[string, Day, Day]>([
		['3/9/2024', march9, { iso: '2024-09-03' }],
		['3/25/2024', march25, 'contradicts'],
		['25.3.2024', 'contradicts', march25],
		['2024-03-25', march25, march25],
		['25-Mar-2024', march25, march25],
		['31/31/2024', 'broken', 'broken'],
	])('"%s", with the order said: month first %j, day first %j', (text, monthFirst, dayFirst) => {
		expect(parseDay(text, 'month_first')).toEqual(monthFirst);
		expect(parseDay(text, 'day_first')).toEqual(dayFirst);
	});

	it('is never guessed: it is read only if it is the same whichever number is the month', () => {
		const number = fc.integer({ min: 0, max: 40 });
		fc.assert(
			fc.property(number, number, fc.integer({ min: 1901, max: 2110 }), (a, b, year) => {
				fc.pre(a + b > 0);
				const day = parseDay(`${a}/${b}/${year}`);
				const real = (month: number, of: number) => {
					const date = new Date(Date.UTC(year, month - 1, of));
					const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === of;
					return same && year <= 2100 ? date.toISOString().slice(0, 10) : undefined;
				};
				const [monthFirst, dayFirst] = [real(a, b), real(b, a)];
				const ways = new Set([monthFirst, dayFirst].filter(Boolean));
				if (ways.size === 0) expect(day).toBe('broken');
				if (ways.size === 1) expect(day).toEqual({ iso: [...ways][0] });
				if (ways.size === 2) expect(day).toEqual({ monthFirst, dayFirst });
			}),
		);
	});
});
