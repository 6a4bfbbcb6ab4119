/** Work that goes well and work that does not, for the worker's own test. */
export const double = (value: number) => value * 2;

export function fail(value: number): never {
	throw new Error(`${value} is too much`);
}

export function forever(): never {
	for (;;);
}

export function hoard(): number {
	const all: string[][] = [];
	for (;;) all.push(Array.from({ length: 10_000 }, (_, index) => `${index}-${all.length}`));
}
