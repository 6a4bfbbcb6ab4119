import { Buffer } from 'node:buffer';
import { inflateRawSync } from 'node:zlib';

/** What a workbook may unfold to. The largest honest one, of 100,000 people with forty columns, stays far below. */
const mostUnfolded = 192 * 1024 * 1024;
const mostEntries = 2000;

export type ArchiveFault = 'too_much_inside' | 'broken_archive' | 'locked';

/**
 * Unfolds every part of a ZIP archive (what an XLSX file is) once, with a bound, before anything else may: sizes that
 * an archive states about itself prove nothing.
 * @returns why it must not be read, if so
 */
export function checkArchive(bytes: Uint8Array): ArchiveFault | null {
	const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	// The end record stands in the last 64 KB; its comment may follow.
	const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
	if (end === -1 || end + 22 > file.length) return 'broken_archive';
	const entries = file.readUInt16LE(end + 10);
	if (entries > mostEntries) return 'too_much_inside';
	let at = file.readUInt32LE(end + 16);
	let left = mostUnfolded;
	for (let entry = 0; entry < entries; entry += 1) {
		if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) return 'broken_archive';
		const [flags, method] = [file.readUInt16LE(at + 8), file.readUInt16LE(at + 10)];
		const [folded, stated] = [file.readUInt32LE(at + 20), file.readUInt32LE(at + 24)];
		const place = file.readUInt32LE(at + 42);
		if (flags & 1) return 'locked';
		if (stated > left) return 'too_much_inside';
		if (place + 30 > file.length || file.readUInt32LE(place) !== 0x04034b50) return 'broken_archive';
		const from = place + 30 + file.readUInt16LE(place + 26) + file.readUInt16LE(place + 28);
		const unfolded = method === 8 ? unfoldedSize(file.subarray(from, from + folded), left) : folded;
		if (unfolded === null) return 'broken_archive';
		left -= unfolded;
		if (left < 0) return 'too_much_inside';
		at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
	}
	return null;
}

function unfoldedSize(part: Buffer, most: number): number | null {
	try {
		return inflateRawSync(part, { maxOutputLength: most + 1 }).length;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? Infinity : null;
	}
}
