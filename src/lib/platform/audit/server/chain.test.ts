import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainStart, hashEntry, hashLink, type ChainedEntry } from './chain.ts';

const details = fc.dictionary(
	fc.string({ maxLength: 8 }),
	fc.oneof(fc.string({ maxLength: 8 }), fc.integer()),
	{ maxKeys: 4 },
);
const entry: fc.Arbitrary<ChainedEntry> = fc.record({
	id: fc.uuid(),
	act: fc.string({ maxLength: 12 }),
	actorId: fc.option(fc.uuid()),
	subjectId: fc.option(fc.uuid()),
	details,
	salt: fc.string({ maxLength: 8 }),
	at: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }),
});

describe('the hash of an act', () => {
	it('is the same whatever the order of its details, and after a stay in the database', () => {
		fc.assert(
			fc.property(entry, (one) => {
				const turned = Object.fromEntries(Object.entries(one.details as object).reverse());
				expect(hashEntry({ ...one, details: turned })).toBe(hashEntry(one));
				expect(hashEntry({ ...one, details: JSON.parse(JSON.stringify(one.details)) })).toBe(hashEntry(one));
			}),
		);
	});

	it('is another one for any other act', () => {
		fc.assert(
			fc.property(entry, entry, (one, other) => {
				const same = JSON.stringify(Object.entries(one)) === JSON.stringify(Object.entries(other));
				if (!same) expect(hashEntry(one)).not.toBe(hashEntry(other));
				for (const change of [
					{ act: `${one.act}x` },
					{ salt: `${one.salt}x` },
					{ actorId: one.id, id: one.actorId ?? '' },
				]) {
					expect(hashEntry({ ...one, ...change })).not.toBe(hashEntry(one));
				}
			}),
		);
	});

	it('does not let a word move from one field to the next', () => {
		const one = {
			id: 'i',
			act: 'a',
			actorId: null,
			subjectId: 'bc',
			details: {},
			salt: 's',
			at: new Date(0),
		};
		expect(hashEntry({ ...one, act: 'ab', subjectId: 'c' })).not.toBe(hashEntry(one));
		expect(hashEntry({ ...one, actorId: 'bc', subjectId: null })).not.toBe(hashEntry(one));
	});

	it('has stayed what it was in the first version', () => {
		const one = {
			id: 'i',
			act: 'a',
			actorId: null,
			subjectId: 's',
			details: { b: 1, a: 'x' },
			salt: 'salt',
			at: new Date(0),
		};
		expect(hashEntry(one)).toBe('087974275b012bc80caf863bdf5bcb57198bb3a1c19ef2285bc226c5818a56ac');
		expect(hashLink(1, chainStart, hashEntry(one))).toBe(
			'2ece6333874474edb0218f30448c4bf0ecb89a8746aa75dc7dd268d63644805b',
		);
	});
});

describe('the hash of a link', () => {
	it('depends on its number, the one before it and its act', () => {
		const hash = fc.stringMatching(/^[0-9a-f]{64}$/);
		fc.assert(
			fc.property(fc.integer({ min: 1 }), hash, hash, (number, previous, act) => {
				const link = hashLink(number, previous, act);
				expect(link).toMatch(/^[0-9a-f]{64}$/);
				expect(hashLink(number + 1, previous, act)).not.toBe(link);
				if (previous !== act) expect(hashLink(number, act, previous)).not.toBe(link);
			}),
		);
	});
});
