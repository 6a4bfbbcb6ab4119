/** What a run of tests came to. */
export interface Outcome {
	readonly passed: number;
	readonly failed: number;
	readonly skipped: number;
	/** Each failure in words, ready to print. */
	readonly failures: readonly string[];
}

export const nothing: Outcome = { passed: 0, failed: 0, skipped: 0, failures: [] };

export function sum(outcomes: readonly Outcome[]): Outcome {
	return outcomes.reduce(
		(total, one) => ({
			passed: total.passed + one.passed,
			failed: total.failed + one.failed,
			skipped: total.skipped + one.skipped,
			failures: [...total.failures, ...one.failures],
		}),
		nothing,
	);
}

/** A runner that broke down counts as one failure, whatever it had run before. */
export function crash(what: string, said: string): Outcome {
	return { ...nothing, failed: 1, failures: [`✗ ${what}\n${indent(said.trim().slice(-6000))}`] };
}

/** The line by which people and machines know the result; always the last one. */
export function closingLine({ passed, failed, skipped }: Outcome): string {
	return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** Nothing failed, and something was tried. */
export const isGood = ({ passed, failed }: Outcome) => failed === 0 && passed > 0;

export const indent = (text: string, by = '    ') => text.replace(/^(?=.)/gm, by);

/** What a reader needs of a failure: the beginning of a page that somebody printed, not the page. */
export function brief(text: string, lines = 40): string {
	const all = text.split('\n');
	const kept = all.slice(0, lines).map((line) => (line.length > 300 ? `${line.slice(0, 300)} …` : line));
	return all.length > lines ? [...kept, `… ${all.length - lines} more lines`].join('\n') : kept.join('\n');
}

/** Without the colors that runners paint with. */
// eslint-disable-next-line no-control-regex -- escape sequences begin with a control character
export const plain = (text: string) => text.replace(/\u001b\[[0-9;]*m/g, '');
