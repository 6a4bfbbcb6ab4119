import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { mayRemind, nextReminder } from './reminder-days.ts';

/** Every reminder there will be, when each is sent on its day. */
function all(askedOn: string, dueOn: string | null): string[] {
	const days: string[] = [];
	for (let after = askedOn; ;) {
		const next = nextReminder({ askedOn, dueOn, after });
		if (next === null) return days;
		days.push(next);
		after = next;
	}
}

describe('reminders', () => {
	it('come closer together before the due date, and weekly for a month after it', () => {
		expect(all('2026-11-20', '2026-12-31')).toEqual([
			'2026-12-17',
			'2026-12-24',
			'2026-12-28',
			'2026-12-30',
			'2027-01-01',
			'2027-01-08',
			'2027-01-15',
			'2027-01-22',
			'2027-01-29',
		]);
	});

	it('leave somebody in peace who was asked just now', () => {
		expect(all('2026-12-29', '2026-12-31')[0]).toBe('2027-01-01');
	});

	it('are few where nothing is due', () => {
		expect(all('2026-11-20', null)).toEqual(['2026-12-04', '2026-12-18', '2027-01-01']);
	});

	it('that were missed are made up for by one, not by all', () => {
		const late = nextReminder({ askedOn: '2026-11-01', dueOn: '2026-12-31', after: '2026-12-29' });
		expect(late).toBe('2026-12-30');
	});

	it('come in order, each after the last, and end, whatever the days', () => {
		const day = fc
			.integer({ min: 0, max: 4000 })
			.map((days) => Temporal.PlainDate.from('2020-01-01').add({ days }).toString());
		fc.assert(
			fc.property(day, fc.option(day), (askedOn, dueOn) => {
				const days = all(askedOn, dueOn);
				expect([...days].sort()).toEqual(days);
				expect(new Set(days).size).toBe(days.length);
				expect(days.length).toBeLessThan(10);
				for (const one of days) expect(one > askedOn).toBe(true);
			}),
		);
	});

	it.each([
		['2026-11-20', 8, false],
		['2026-11-20', 9, true],
		['2026-11-20', 16, true],
		['2026-11-20', 17, false],
		['2026-11-21', 10, false],
		['2026-11-22', 10, false],
		['2026-11-23', 10, true],
	])('on %s at %i: %s', (day, hour, may) => {
		expect(mayRemind(day, hour)).toBe(may);
	});
});
