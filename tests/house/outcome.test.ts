import { describe, expect, it } from 'vitest';
import { brief, closingLine, crash, isGood, nothing, sum } from '../../tools/testing/outcome.ts';

describe('the outcome of a run', () => {
	const good = { ...nothing, passed: 3, skipped: 1 };

	it('adds up, and ends in one line', () => {
		const outcome = sum([good, crash('Vitest broke down', 'why'), good]);
		expect(closingLine(outcome)).toBe('6 passed, 1 failed, 2 skipped');
		expect(outcome.failures).toEqual(['✗ Vitest broke down\n    why']);
	});

	it('is good only when something was tried and nothing failed', () => {
		expect(isGood(good)).toBe(true);
		expect(isGood(nothing)).toBe(false);
		expect(isGood(sum([good, crash('x', 'y')]))).toBe(false);
	});

	it('tells the beginning of a long failure', () => {
		const told = brief(Array.from({ length: 50 }, (_, line) => String(line).repeat(400)).join('\n'));
		expect(told.split('\n')).toHaveLength(41);
		expect(told.split('\n').at(-1)).toBe('… 10 more lines');
		expect(Math.max(...told.split('\n').map((line) => line.length))).toBeLessThan(310);
	});
});
