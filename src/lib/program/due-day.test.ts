import { describe, expect, it } from 'vitest';
import { dueDay } from './due-day.ts';

describe('the due day', () => {
	const launch = { launchedOn: '2026-11-20', dueOn: '2026-12-11', dueDays: 30 };

	it.each([
		['2026-11-20', '2026-12-11'],
		['2026-11-21', '2026-12-11'],
		['2026-11-22', '2026-12-22'],
		['2026-12-10', '2027-01-09'],
		['2027-06-01', '2027-07-01'],
	])('of somebody asked on %s is %s', (today, due) => {
		expect(dueDay(launch, today)).toBe(due);
	});

	it('is never before the date of the launch, and is none where none is due', () => {
		expect(dueDay({ ...launch, dueOn: '2027-12-31' }, '2026-12-24')).toBe('2027-12-31');
		expect(dueDay({ ...launch, dueOn: null, dueDays: null }, '2026-12-24')).toBeNull();
	});
});
