import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findContradictions, isPossibleDay, type RecordedFact } from './contradictions.ts';
import type { FactKind, FactValues, NewFact } from './fact.ts';

const fact = <Kind extends FactKind>(
	kind: Kind,
	value: FactValues[Kind],
	startsOn: string,
	more: Pick<NewFact, 'corrects' | 'void'> = {},
) => ({ personId: 'nurse', kind, value, startsOn, ...more }) as NewFact;

/** As they stand in the database, under ids that follow their order. */
const recorded = (...facts: NewFact[]): RecordedFact[] =>
	facts.map((one, index) => ({
		...one,
		id: String(index),
		corrects: one.corrects ?? null,
		void: one.void ?? false,
	}));
const reasons = (before: RecordedFact[], ...facts: NewFact[]) =>
	findContradictions(before, facts).map(({ reason }) => reason);

const hired = fact('employment', 'employed', '2020-03-02');
const ended = fact('employment', 'ended', '2024-06-30');

describe('facts that cannot all be true', () => {
	it('are not promotions, moves, a leave, an end and a new beginning', () => {
		expect(
			reasons(
				recorded(hired, fact('jobTitle', 'Nurse', '2020-03-02')),
				fact('jobTitle', 'Charge nurse', '2022-01-01'),
				fact('leave', 'on', '2021-05-01'),
				fact('leave', 'back', '2021-09-01'),
				ended,
				fact('employment', 'employed', '2026-01-05'),
				fact('leave', 'on', '2026-02-01'),
			),
		).toEqual([]);
	});

	it('are an end before the beginning, a second end, a second beginning', () => {
		expect(findContradictions(recorded(hired), [fact('employment', 'ended', '2020-02-28')])).toEqual([
			{
				reason: 'ended_before_hired',
				personId: 'nurse',
				kind: 'employment',
				day: '2020-02-28',
				other: '2020-03-02',
			},
		]);
		expect(reasons([], ended)).toEqual(['ended_before_hired']);
		expect(reasons(recorded(hired, ended), fact('employment', 'ended', '2025-01-01'))).toEqual([
			'ended_twice',
		]);
		expect(reasons(recorded(hired), fact('employment', 'employed', '2021-01-01'))).toEqual(['hired_twice']);
	});

	it('are not a first day that is the last', () => {
		expect(reasons(recorded(hired), fact('employment', 'ended', '2020-03-02'))).toEqual([]);
	});

	it('are a leave within a leave, a return from none, a leave of somebody who does not work here', () => {
		const away = recorded(hired, fact('leave', 'on', '2021-05-01'));
		expect(reasons(away, fact('leave', 'on', '2021-06-01'))).toEqual(['leave_overlaps']);
		expect(reasons(recorded(hired), fact('leave', 'back', '2021-06-01'))).toEqual(['back_without_leave']);
		expect(reasons(recorded(hired, ended), fact('leave', 'on', '2025-01-01'))).toEqual([
			'leave_outside_employment',
		]);
		expect(reasons(recorded(hired), fact('leave', 'on', '2019-01-01'))).toEqual(['leave_outside_employment']);
		expect(reasons([], fact('leave', 'on', '2019-01-01'))).toEqual([]);
	});

	it('are two values from one day, unless one corrects the other', () => {
		const before = recorded(fact('jobTitle', 'Nurse', '2022-01-01'));
		expect(reasons(before, fact('jobTitle', 'Cook', '2022-01-01'))).toEqual(['same_day']);
		expect(reasons(before, fact('jobTitle', 'Cook', '2022-01-01', { corrects: '0' }))).toEqual([]);
	});

	it('are corrections of what somebody else corrected, or of another person or kind', () => {
		const before = recorded(
			fact('jobTitle', 'Nurse', '2022-01-01'),
			fact('jobTitle', 'Nurse I', '2022-01-01', { corrects: '0' }),
		);
		const correct = (corrects: string) => fact('jobTitle', 'Nurse II', '2022-01-01', { corrects });
		expect(reasons(before, correct('0'))).toContain('corrected_already');
		expect(reasons(before, correct('1'))).toEqual([]);
		expect(reasons(before, correct('1'), correct('1'))).toContain('corrected_already');
		expect(reasons(before, { ...correct('1'), personId: 'cook' })).toContain('corrected_already');
		expect(reasons(before, { ...correct('1'), kind: 'email' } as NewFact)).toContain('corrected_already');
	});

	it('are made good by taking back what was never so', () => {
		const before = recorded(hired, fact('leave', 'on', '2021-05-01'));
		expect(reasons(before, fact('leave', 'on', '2021-05-01', { corrects: '1', void: true }))).toEqual([]);
		expect(reasons(before, { ...hired, corrects: '0', void: true })).toEqual([]);
		const left = recorded(hired, ended);
		expect(reasons(left, { ...hired, corrects: '0', void: true })).toEqual(['ended_before_hired']);
	});

	it('are somebody who reports to themselves, and days that no calendar has', () => {
		expect(reasons([], fact('manager', 'nurse', '2022-01-01'))).toEqual(['manager_self']);
		for (const day of ['2022-02-30', '1822-02-01', '2222-02-01', '22-2-1', '']) {
			expect(reasons([], fact('jobTitle', 'Nurse', day)), day).toEqual(['day_impossible']);
			expect(isPossibleDay(day)).toBe(false);
		}
	});

	it('are not held against what is added beside them', () => {
		const before = recorded(hired, fact('employment', 'employed', '2021-01-01'));
		expect(reasons(before, fact('jobTitle', 'Nurse', '2022-01-01'))).toEqual([]);
	});

	it('never stand after only consistent facts were let in, in whatever order they came', () => {
		const day = fc.integer({ min: 1, max: 28 }).map((number) => `2024-01-${String(number).padStart(2, '0')}`);
		const wish = fc.tuple(
			fc.constantFrom(
				['employment', 'employed'] as const,
				['employment', 'ended'] as const,
				['leave', 'on'] as const,
				['leave', 'back'] as const,
			),
			day,
		);
		fc.assert(
			fc.property(fc.array(wish, { maxLength: 12 }), (wishes) => {
				const taken: NewFact[] = [];
				for (const [[kind, value], startsOn] of wishes) {
					const next = fact(kind, value as never, startsOn);
					if (reasons(recorded(...taken), next).length === 0) taken.push(next);
				}
				const spans = taken
					.filter(({ kind }) => kind === 'employment')
					.sort((a, b) =>
						`${a.startsOn} ${String(a.value)}`.localeCompare(`${b.startsOn} ${String(b.value)}`),
					)
					.map(({ value }) => value);
				spans.forEach((value, index) => expect(value).toBe(index % 2 ? 'ended' : 'employed'));
			}),
		);
	});
});
