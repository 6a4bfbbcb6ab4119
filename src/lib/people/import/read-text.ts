import { Buffer } from 'node:buffer';

/**
 * The text of a file: by its byte order mark; else UTF-16 where every other byte is zero; else UTF-8 if it is that, or
 * nearly; else Windows-1252, which Excel on Windows writes.
 */
export function readText(bytes: Uint8Array): string {
	const [first, second, third] = bytes;
	if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
	if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
	if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder('utf-8').decode(bytes);
	const wide = zerosAt(bytes);
	if (wide) return new TextDecoder(wide).decode(bytes);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		const text = new TextDecoder('utf-8').decode(bytes);
		const lost = text.split('\uFFFD').length - 1;
		const whole = (text.match(/[^\0-\x7f\uFFFD]/gu) ?? []).length;
		// A few broken letters among many good ones: a file that was cut or glued together. Each stays visible as \uFFFD.
		return whole >= 4 * lost ? text : new TextDecoder('windows-1252').decode(bytes);
	}
}

function zerosAt(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
	const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096));
	let [even, odd] = [0, 0];
	start.forEach((byte, index) => {
		if (byte !== 0) return;
		if (index % 2 === 0) even += 1;
		else odd += 1;
	});
	// Names of other scripts have no zero bytes, but separators, line ends and digits do.
	const enough = start.length / 20;
	if (odd > enough && odd > 8 * even) return 'utf-16le';
	if (even > enough && even > 8 * odd) return 'utf-16be';
	return undefined;
}
