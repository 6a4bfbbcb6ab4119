import {
	armor,
	Encrypter,
	generateX25519Identity,
	identityToRecipient,
	webauthn,
	type Identity,
} from 'age-encryption';
import { decryptText, SealError } from './seal.ts';
import { splitWrapped } from './sealing-key.ts';

/** Characters that a passphrase has at least. */
export const passphraseLength = 16;

/**
 * Base-2 logarithm of scrypt's cost: 64 MB, and about a second on a phone of the middle class. The page stands still
 * meanwhile, so say so before.
 */
const workFactor = 16;

/**
 * Makes a handler's key. X25519, because every version of the `age` command opens what is sealed to it.
 * @returns `identity` is secret and must leave the browser only wrapped; `recipient` is public
 */
export async function makeKey(): Promise<{ identity: string; recipient: string }> {
	const identity = await generateX25519Identity();
	return { identity, recipient: await identityToRecipient(identity) };
}

/**
 * Wraps an identity with a new passkey, which must be able to derive secrets (WebAuthn PRF). The browser asks twice: to
 * create the passkey, and to use it.
 * @param keyName what the person's passkey list shows
 * @returns the passkey's name and the armored age file, as `splitWrapped` reads them. The passkey is discoverable and
 *   would be found without its name, but the person would then have to choose it among those they sign in with
 * @throws SealError `no_passkey` when the person declines, or the device has none that can do it
 */
export async function wrapWithPasskey(identity: string, { keyName }: { keyName: string }): Promise<string> {
	try {
		const hint = await webauthn.createCredential({ keyName });
		const encrypter = new Encrypter();
		encrypter.addRecipient(new webauthn.WebAuthnRecipient({ identity: hint }));
		return `${hint}\n${armor.encode(await encrypter.encrypt(keyFile(identity)))}`;
	} catch (cause) {
		throw new SealError('no_passkey', { cause });
	}
}

/**
 * Opens what `wrapWithPasskey` made, in any browser that reaches the passkey.
 * @throws SealError `no_passkey` when the person declines or the device does not have it, `not_for_you` when they
 *   answer with another passkey, `unreadable`
 */
export async function unwrapWithPasskey(wrapped: string): Promise<string> {
	const { hint, file } = splitWrapped(wrapped);
	const text = await decryptText(file, (decrypter) => {
		const passkey = new webauthn.WebAuthnIdentity(hint ? { identity: hint } : {});
		decrypter.addIdentity({
			async unwrapFileKey(stanzas) {
				try {
					return await passkey.unwrapFileKey(stanzas);
				} catch (cause) {
					throw new SealError('no_passkey', { cause });
				}
			},
		});
	});
	return readKeyFile(text);
}

/**
 * Whether a passphrase is long enough to stand against somebody who holds the wrapped key and much time.
 */
export function passphraseIsLongEnough(passphrase: string): boolean {
	return [...passphrase.normalize('NFC').trim()].length >= passphraseLength;
}

/**
 * Wraps an identity with a passphrase (age's scrypt recipient).
 * @returns an armored age file; `age -d` opens it too
 * @throws Error when the passphrase is too short: ask `passphraseIsLongEnough` before
 */
export async function wrapWithPassphrase(identity: string, passphrase: string): Promise<string> {
	if (!passphraseIsLongEnough(passphrase)) throw new Error('wrapWithPassphrase: the passphrase is too short');
	const encrypter = new Encrypter();
	encrypter.setScryptWorkFactor(workFactor);
	encrypter.setPassphrase(passphrase.normalize('NFC'));
	return armor.encode(await encrypter.encrypt(keyFile(identity)));
}

const wrongPassphrase: Identity = {
	unwrapFileKey(stanzas) {
		if (stanzas.some(({ args }) => args[0] === 'scrypt')) throw new SealError('wrong_passphrase');
		return null;
	},
};

/**
 * Opens what `wrapWithPassphrase` made.
 * @throws SealError `wrong_passphrase`, `not_for_you` when it was wrapped by something else, `unreadable`
 */
export async function unwrapWithPassphrase(wrapped: string, passphrase: string): Promise<string> {
	const text = await decryptText(wrapped, (decrypter) => {
		decrypter.addPassphrase(passphrase.normalize('NFC'));
		decrypter.addIdentity(wrongPassphrase);
	});
	return readKeyFile(text);
}

/** What is wrapped: an identity file as the `age` command reads it, its format named in a comment. */
function keyFile(identity: string): string {
	return `# format: 1\n${identity}\n`;
}

function readKeyFile(text: string): string {
	const identity = /^# format: 1\n(AGE-SECRET-KEY-1[0-9A-Z]+)\n$/.exec(text)?.[1];
	if (identity === undefined) throw new SealError('unreadable');
	return identity;
}
