import { diffLines } from 'diff';
import type { DifferenceLine } from './overlay.ts';

/** What became of a text, line by line. Empty when the two are the same. */
export function compareTexts(before: string, after: string): DifferenceLine[] {
	const plain = (text: string) => text.replace(/\r\n/g, '\n').replace(/\n*$/, '\n');
	if (plain(before) === plain(after)) return [];
	return diffLines(plain(before), plain(after)).flatMap(({ value, added, removed }) => {
		const is = added ? 'added' : removed ? 'removed' : 'same';
		return value
			.replace(/\n$/, '')
			.split('\n')
			.filter((text) => text.trim() !== '')
			.map((text) => ({ is, text }) as const);
	});
}
