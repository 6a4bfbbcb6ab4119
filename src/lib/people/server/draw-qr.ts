import { encode } from 'uqr';

/** A QR code as one path in a square of `size` by `size`, dark on light, with the quiet border that readers need. */
export interface QrDrawing {
	readonly size: number;
	readonly path: string;
}

/** Draws an address as a QR code. Error correction M: a crease or a coffee ring does not make it unreadable. */
export function drawQr(address: string): QrDrawing {
	const { data, size } = encode(address, { ecc: 'M', border: 4 });
	const path = data
		.flatMap((row, y) => runs(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`))
		.join('');
	return { size, path };
}

/** Where the dark stretches of a row begin, and how long they are. */
function runs(row: readonly boolean[]): [number, number][] {
	const found: [number, number][] = [];
	row.forEach((dark, x) => {
		if (!dark) return;
		const last = found.at(-1);
		if (last && last[0] + last[1] === x) last[1] += 1;
		else found.push([x, 1]);
	});
	return found;
}
