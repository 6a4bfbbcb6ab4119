import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const nonceSize = 12;
const tagSize = 16;

/** Seals a file under a key of its own, which stays with whoever sent it: what is stored opens without it to nobody. */
export function sealFile(bytes: Uint8Array): { sealed: Buffer; key: string } {
	const key = randomBytes(32);
	const nonce = randomBytes(nonceSize);
	const cipher = createCipheriv(algorithm, key, nonce);
	const sealed = Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
	return { sealed, key: key.toString('base64url') };
}

/** @returns null where the key is not the file's */
export function openFile(sealed: Uint8Array, key: string): Uint8Array | null {
	try {
		const tag = sealed.subarray(sealed.length - tagSize);
		const decipher = createDecipheriv(
			algorithm,
			Buffer.from(key, 'base64url'),
			sealed.subarray(0, nonceSize),
		);
		decipher.setAuthTag(tag);
		const content = sealed.subarray(nonceSize, sealed.length - tagSize);
		return Buffer.concat([decipher.update(content), decipher.final()]);
	} catch {
		return null;
	}
}
