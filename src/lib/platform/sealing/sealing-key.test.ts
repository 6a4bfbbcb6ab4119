import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { makeKey, wrapWithPassphrase } from './handler-key.ts';
import { sealText } from './seal.ts';
import { isRecipient, sealingKeyForm, splitWrapped } from './sealing-key.ts';

const key = '0b7c1c7e-3f0f-4a60-9a2b-0d5a52a1f0c1';

describe('isRecipient', () => {
	it('takes the public half of an X25519 key, and nothing else', async () => {
		const { identity, recipient } = await makeKey();
		const last = recipient.endsWith('q') ? 'p' : 'q';
		expect(isRecipient(recipient)).toBe(true);
		for (const wrong of [identity, recipient.slice(0, -1) + last, recipient.toUpperCase(), 'age1', '']) {
			expect(isRecipient(wrong)).toBe(false);
		}
	});
});

describe('splitWrapped', () => {
	it('tells the name of the passkey from the file', () => {
		expect(splitWrapped('AGE-PLUGIN-FIDO2PRF-1ABC\n-----BEGIN\nx\n')).toEqual({
			hint: 'AGE-PLUGIN-FIDO2PRF-1ABC',
			file: '-----BEGIN\nx\n',
		});
		expect(splitWrapped('-----BEGIN\nx\n')).toEqual({ hint: undefined, file: '-----BEGIN\nx\n' });
	});
});

describe('sealingKeyForm', () => {
	const accepts = (form: object) => v.safeParse(sealingKeyForm, form).success;

	it('takes a wrapped key, and none that lies open or is wrapped another way than it says', async () => {
		const { identity, recipient } = await makeKey();
		const wrapped = await wrapWithPassphrase(identity, 'seven otters under the roof');
		const form = { key, recipient, wrapped, wrappedBy: 'passphrase' };
		expect(accepts(form)).toBe(true);
		expect(accepts({ ...form, wrapped: wrapped.replaceAll('\n', '\r\n') })).toBe(true);
		expect(accepts({ ...form, wrapped: identity })).toBe(false);
		expect(accepts({ ...form, wrapped: await sealText(identity, [recipient]) })).toBe(false);
		expect(accepts({ ...form, wrappedBy: 'passkey' })).toBe(false);
		expect(accepts({ ...form, wrapped: `AGE-PLUGIN-FIDO2PRF-1ABC\n${wrapped}` })).toBe(false);
		expect(accepts({ ...form, recipient: identity })).toBe(false);
		expect(accepts({ ...form, key: 'again' })).toBe(false);
	});
});
