import { randomBytes } from 'node:crypto';

/** Digits and letters without those that look alike (Crockford's base 32): people type them off paper. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 12;

/** A code of 60 random bits, as it is stored (hashed) and as an address carries it. */
export function newStartCode(): string {
	return [...randomBytes(length)].map((byte) => letters[byte % 32]).join('');
}

/** The same in groups of four, for paper: `7K2M-QX4D-9TPA`. */
export const showStartCode = (code: string) => code.match(/.{4}/g)?.join('-') ?? code;

/** What somebody typed, as it is stored: case, gaps and letters that look alike do not matter. Undefined when it is none. */
export function readStartCode(typed: string): string | undefined {
	if (typed.length > 40) return undefined;
	const plain = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
	return plain.length === length && [...plain].every((letter) => letters.includes(letter))
		? plain
		: undefined;
}
