import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailKinds, kindNames } from './mail-kind.ts';
import { nextTry, restAfter } from './next-try.ts';

const now = new Date('2026-11-20T09:00:00.000Z');
const minutesTo = (at: Date | null) => at && (at.getTime() - now.getTime()) / 60_000;

describe('the next try', () => {
	it('comes after pauses that grow to four hours, sooner for what is urgent', () => {
		const pauses = (kind: 'invitation' | 'sign_in') =>
			[1, 2, 3, 6, 7, 30].map((tries) => minutesTo(nextTry({ kind, createdAt: now, tries }, now)));
		expect(pauses('invitation')).toEqual([5, 10, 20, 160, 240, 240]);
		expect(pauses('sign_in').slice(0, 3)).toEqual([1, 2, 4]);
	});

	it('comes when the server asks for it, within reason', () => {
		const mail = { kind: 'invitation', createdAt: now, tries: 4 } as const;
		expect([0, 30, 300, 99_999].map((seconds) => minutesTo(nextTry(mail, now, seconds)))).toEqual([
			1, 1, 5, 240,
		]);
	});

	it('never comes after the mail is worth nothing, and never at once', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...kindNames),
				fc.integer({ min: 1, max: 100 }),
				fc.integer({ min: 0, max: 10_000 }),
				fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: undefined }),
				(kind, tries, age, asked) => {
					const createdAt = new Date(now.getTime() - age * 60_000);
					const at = nextTry({ kind, createdAt, tries }, now, asked);
					if (at === null) return;
					expect(minutesTo(at)).toBeGreaterThanOrEqual(1);
					expect(at.getTime() - createdAt.getTime()).toBeLessThanOrEqual(mailKinds[kind].minutes * 60_000);
				},
			),
		);
	});
});

it('all mail rests for a quarter of an hour at most', () => {
	expect([1, 2, 3, 4, 5, 50, 5000].map((failures) => minutesTo(restAfter(failures, now)))).toEqual([
		1, 2, 4, 8, 15, 15, 15,
	]);
});
