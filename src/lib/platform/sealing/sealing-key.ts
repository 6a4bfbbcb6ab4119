import { Encrypter } from 'age-encryption';
import * as v from 'valibot';
import { sealedTo } from './seal.ts';

export const wrappings = ['passkey', 'passphrase'] as const;
export type Wrapping = (typeof wrappings)[number];

const stanzas: Readonly<Record<Wrapping, string>> = {
	passkey: 'age-encryption.org/fido2prf',
	passphrase: 'scrypt',
};

/**
 * A key wrapped by a passkey is two things in one text: a first line `AGE-PLUGIN-FIDO2PRF-1…` that names the passkey
 * (its id, the site and how it is reached; nothing secret), and the armored age file. Wrapped by a passphrase it is the
 * file alone.
 */
export function splitWrapped(wrapped: string): { hint: string | undefined; file: string } {
	const [first = '', ...rest] = wrapped.trimStart().split('\n');
	return first.startsWith('AGE-PLUGIN-FIDO2PRF-1')
		? { hint: first.trim(), file: rest.join('\n') }
		: { hint: undefined, file: wrapped };
}

/** Whether this is the public half of an X25519 key, checksum included. Other kinds the `age` command may not open. */
export function isRecipient(text: string): boolean {
	if (!/^age1[02-9ac-hj-np-z]{58}$/.test(text)) return false;
	try {
		new Encrypter().addRecipient(text);
		return true;
	} catch {
		// That it throws is the answer.
		return false;
	}
}

/** A handler's new key. A secret half that is not wrapped the way it says is refused before it is stored. */
export const sealingKeyForm = v.pipe(
	v.object({
		key: v.pipe(v.string(), v.uuid()),
		recipient: v.pipe(v.string(), v.trim(), v.check(isRecipient)),
		wrapped: v.pipe(
			v.string(),
			v.maxLength(8192),
			// Forms send line ends as CRLF.
			v.transform((wrapped) => wrapped.replaceAll('\r\n', '\n')),
		),
		wrappedBy: v.picklist(wrappings),
	}),
	v.check(({ wrapped, wrappedBy }) => {
		const { hint, file } = splitWrapped(wrapped);
		return sealedTo(file) === stanzas[wrappedBy] && (hint === undefined || wrappedBy === 'passkey');
	}),
);
/** A posted form, not checked yet. */
export type SealingKeyForm = Partial<Record<'key' | 'recipient' | 'wrapped' | 'wrappedBy', unknown>>;
