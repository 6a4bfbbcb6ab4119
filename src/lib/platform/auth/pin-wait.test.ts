import { describe, expect, it } from 'vitest';
import { countFailure, lockAfter, type Failures } from './pin-wait.ts';

const start = new Date('2026-11-20T09:00:00Z');
const seconds = ({ failedAt, waitUntil }: Failures) => (waitUntil.getTime() - failedAt.getTime()) / 1000;

describe('after a wrong PIN', () => {
	it('of a badge number one waits longer and longer, then for help', () => {
		const waits: number[] = [];
		let known: Failures | undefined;
		for (let times = 1; times <= lockAfter; times += 1) {
			known = countFailure('badge', known, new Date(start.getTime() + times * 86_400_000));
			waits.push(seconds(known));
		}
		expect(waits).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 30 * 86_400]);
	});

	it('at a tablet everyone waits, never longer than a quarter of an hour', () => {
		let known: Failures | undefined;
		for (let times = 1; times <= 20; times += 1) known = countFailure('tablet', known, start);
		expect(known && seconds(known)).toBe(0);
		const waits = Array.from({ length: 7 }, () => {
			known = countFailure('tablet', known, start);
			return seconds(known);
		});
		expect(waits).toEqual([30, 60, 120, 240, 480, 900, 900]);
	});

	it('a tablet takes no more than some thirty an hour, however long somebody tries', () => {
		let known: Failures | undefined;
		let tries = 0;
		for (let second = 0; second < 24 * 3600; second += 1) {
			const now = new Date(start.getTime() + second * 1000);
			if (known && known.waitUntil > now) continue;
			known = countFailure('tablet', known, now);
			tries += 1;
		}
		expect(tries).toBeLessThan(24 * 32);
		expect(tries).toBeGreaterThan(24);
	});
});
