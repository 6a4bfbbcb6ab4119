import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { makeKey } from '../platform/sealing/handler-key.ts';
import { sealText } from '../platform/sealing/seal.ts';
import { noteForm, noteLength, sealedLength } from './note.ts';

const key = '0b7c1c7e-3f0f-4a60-9a2b-0d5a52a1f0c1';
const read = (form: object) => {
	const { success, output } = v.safeParse(noteForm, form);
	return success ? output : undefined;
};

describe('noteForm', () => {
	it('takes words, or a sealed note, and not both or neither', async () => {
		const sealed = await sealText('Night shift', [(await makeKey()).recipient]);
		expect(read({ key, words: ' Night\r\nshift', sealed: '' })).toEqual({
			key,
			words: ' Night\nshift',
			sealed: undefined,
		});
		expect(read({ key, words: '', sealed: sealed.replaceAll('\n', '\r\n') })).toEqual({
			key,
			words: undefined,
			sealed,
		});
		expect(read({ key, words: null, sealed })).toEqual({ key, words: undefined, sealed });
		expect(read({ key, words: 'Night shift', sealed })).toBeUndefined();
		expect(read({ key, words: ' \r\n', sealed: '' })).toBeUndefined();
		expect(read({ key })).toBeUndefined();
		expect(read({ words: 'Night shift' })).toBeUndefined();
	});

	it('takes as sealed only what is', () => {
		expect(read({ key, sealed: 'Night shift' })).toBeUndefined();
	});

	it('counts a line end once', () => {
		expect(read({ key, words: '\r\n'.repeat(noteLength - 1) + 'x' })).toBeDefined();
		expect(read({ key, words: 'x'.repeat(noteLength + 1) })).toBeUndefined();
	});

	it('has room for the longest note in any script, sealed to 150 handlers', async () => {
		const recipients = await Promise.all(
			Array.from({ length: 150 }, async () => (await makeKey()).recipient),
		);
		for (const letter of ['語', '"', '\n', '🌊']) {
			const words = letter.repeat(noteLength / letter.length);
			expect((await sealText(words, recipients)).length).toBeLessThanOrEqual(sealedLength);
		}
	});
});
