import { createHash } from 'node:crypto';

export interface ChainedEntry {
	readonly id: string;
	readonly act: string;
	readonly actorId: string | null;
	readonly subjectId: string | null;
	readonly details: unknown;
	readonly salt: string;
	readonly at: Date;
}

/** The head of an empty chain: SHA-256 is 64 hexadecimal digits, and so is this. */
export const chainStart = '0'.repeat(64);

/** Salted hash of an entry: SHA-256 over a canonical JSON array, so that nothing of the act can be read from it. */
export function hashEntry(entry: ChainedEntry): string {
	const { id, act, actorId, subjectId, details, salt, at } = entry;
	return sha256(JSON.stringify([1, salt, id, act, actorId, subjectId, sorted(details), at.toISOString()]));
}

/** Hash of a link: its number, the link before it, its entry's salted hash. */
export function hashLink(number: number, previous: string, entryHash: string): string {
	return sha256(JSON.stringify([1, number, previous, entryHash]));
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** JSON columns do not keep the order of keys. */
function sorted(value: unknown): unknown {
	if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
	return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}
