import { createHash, randomBytes } from 'node:crypto';

/** A token of 256 random bits for a cookie or a link, and the hash that the database keeps of it. */
export function newToken(): { token: string; hash: string } {
	const token = randomBytes(32).toString('base64url');
	return { token, hash: hashToken(token) };
}

/** SHA-256 is enough: the token is random, not a password. */
export function hashToken(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}
