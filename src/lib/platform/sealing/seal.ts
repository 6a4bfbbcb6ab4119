import { armor, Decrypter, Encrypter, type Identity } from 'age-encryption';

export type SealReason = 'no_passkey' | 'wrong_passphrase' | 'not_for_you' | 'unreadable' | 'no_recipient';

/** Why something could not be sealed or opened. The technical cause, where there is one, is `cause`. */
export class SealError extends Error {
	readonly reason: SealReason;
	constructor(reason: SealReason, options?: ErrorOptions) {
		super(reason, options);
		this.name = 'SealError';
		this.reason = reason;
	}
}

/** The format that is written now. A new one gets a new number, a reader below and a fixture beside it. */
export const currentFormat = 1;

/** Readers of what is inside, by format. None is ever removed. */
const readers: Readonly<Record<number, (payload: Record<string, unknown>) => unknown>> = {
	1: ({ words }) => words,
};

/**
 * Seals words so that only the holders of the recipients' identities can read them.
 * @param recipients age X25519 recipients, `age1…`; each of them alone can open
 * @returns an armored age file (https://age-encryption.org/v1). Inside, as UTF-8, stands the JSON
 *   `{"format":1,"words":"…"}` and then spaces up to `paddedSize`, so that the size tells only a step. The number of
 *   recipients can be seen, who they are cannot.
 * @throws SealError `no_recipient` when there is none, or one that is no age recipient
 */
export async function sealText(words: string, recipients: readonly string[]): Promise<string> {
	if (recipients.length === 0) throw new SealError('no_recipient');
	const encrypter = new Encrypter();
	try {
		for (const recipient of new Set(recipients)) encrypter.addRecipient(recipient);
	} catch (cause) {
		throw new SealError('no_recipient', { cause });
	}
	const json = new TextEncoder().encode(JSON.stringify({ format: currentFormat, words }));
	const padded = new Uint8Array(paddedSize(json.length)).fill(0x20);
	padded.set(json);
	return armor.encode(await encrypter.encrypt(padded));
}

/** Bytes that a payload of so many bytes is padded to: 1 KiB, or the next power of two. */
export function paddedSize(bytes: number): number {
	let size = 1024;
	while (size < bytes) size *= 2;
	return size;
}

/**
 * Opens what `sealText` made, in any format ever written.
 * @param identity an age X25519 identity, `AGE-SECRET-KEY-1…`
 * @throws SealError `not_for_you` when it was sealed to others, `unreadable` when it is damaged or of a newer format
 */
export async function openText(sealed: string, identity: string): Promise<string> {
	const text = await decryptText(sealed, (decrypter) => decrypter.addIdentity(identity));
	const words = readPayload(text);
	if (typeof words !== 'string') throw new SealError('unreadable');
	return words;
}

function readPayload(text: string): unknown {
	try {
		const payload = JSON.parse(text) as Record<string, unknown>;
		return readers[Number(payload.format)]?.(payload);
	} catch (cause) {
		throw new SealError('unreadable', { cause });
	}
}

/** Reached only when no identity before it matched. */
const outsider: Identity = {
	unwrapFileKey() {
		throw new SealError('not_for_you');
	},
};

/**
 * Decrypts an armored age file that holds text.
 * @param hold gives the decrypter the identities to try
 * @throws SealError `not_for_you`, `unreadable`, or what an identity threw
 */
export async function decryptText(file: string, hold: (decrypter: Decrypter) => void): Promise<string> {
	const decrypter = new Decrypter();
	try {
		hold(decrypter);
		decrypter.addIdentity(outsider);
		return await decrypter.decrypt(armor.decode(file), 'text');
	} catch (cause) {
		throw cause instanceof SealError ? cause : new SealError('unreadable', { cause });
	}
}

/**
 * What kind of recipient an armored age file was sealed to first: `X25519`, `scrypt` (a passphrase) or
 * `age-encryption.org/fido2prf` (a passkey).
 * @returns undefined for anything that is no armored age file, such as words or a key left open
 */
export function sealedTo(file: string): string | undefined {
	try {
		const start = new TextDecoder().decode(armor.decode(file).subarray(0, 200));
		return /^age-encryption\.org\/v1\n-> (\S+)/.exec(start)?.[1];
	} catch {
		// The decoder's message says nothing that a caller could use: it is no such file.
		return undefined;
	}
}
