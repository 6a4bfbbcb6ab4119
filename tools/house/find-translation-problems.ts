/** Keys that code puts together instead of naming: what they begin with, and where. Best kept empty. */
export const dynamicPrefixes: Record<string, string> = {};

/** Messages that read the same in both languages, and why. */
export const sameInBoth: Record<string, string> = {
	privacy_no: 'the same word',
};

export interface MessageFile {
	readonly path: string;
	/** What the files of one area have in common: `src/lib/ui/messages/{locale}.json`. */
	readonly pattern: string;
	readonly locale: string;
	readonly messages: Readonly<Record<string, unknown>>;
}

/**
 * What is wrong with the interface messages, one line each.
 * @param code sources by path
 */
export function findTranslationProblems(
	files: readonly MessageFile[],
	code: ReadonlyMap<string, string>,
): string[] {
	const patterns = [...new Set(files.map(({ pattern }) => pattern))];
	return [
		...patterns.flatMap((pattern) => compareLanguages(files.filter((file) => file.pattern === pattern))),
		...files.flatMap(findBadWords),
		...findTwice(files),
		...compareWithCode(files, code),
	];
}

/** Both languages say the same things, with the same blanks to fill. */
function compareLanguages([first, ...others]: readonly MessageFile[]): string[] {
	if (!first) return [];
	return others.flatMap((other) => {
		const problems: string[] = [];
		for (const key of keysOf(other))
			if (!(key in first.messages)) problems.push(`${first.path} lacks ${key}`);
		for (const key of keysOf(first)) {
			if (!(key in other.messages)) {
				problems.push(`${other.path} lacks ${key}`);
				continue;
			}
			const [one, two] = [first.messages[key], other.messages[key]];
			if (blanksOf(one) !== blanksOf(two)) {
				problems.push(
					`${other.path} ${key} fills in ${blanksOf(two) || 'nothing'} where the other language fills in ${blanksOf(one) || 'nothing'}`,
				);
			}
			const same = textsOf(one).join();
			if (same === textsOf(two).join() && hasWords(same) && !(key in sameInBoth)) {
				problems.push(
					`${other.path} ${key} reads as in ${first.locale}; translate it, or list it as the same in both`,
				);
			}
		}
		return problems;
	});
}

function findBadWords({ path, messages }: MessageFile): string[] {
	return Object.entries(messages).flatMap(([key, message]) => {
		if (key.startsWith('$')) return [];
		const texts = textsOf(message);
		const problems: string[] = [];
		if (texts.length === 0 || texts.some((text) => text.trim() === ''))
			problems.push(`${path} ${key} is empty`);
		if (texts.some((text) => /[!¡]/.test(text))) problems.push(`${path} ${key} exclaims; we speak calmly`);
		return problems;
	});
}

/** A key may stand in one area only: all end up in one list. */
function findTwice(files: readonly MessageFile[]): string[] {
	const first = new Map<string, string>();
	return files.flatMap((file) =>
		keysOf(file).flatMap((key) => {
			const name = `${file.locale} ${key}`;
			const before = first.get(name);
			first.set(name, file.path);
			return before ? [`${file.path} ${key} stands in ${before} already`] : [];
		}),
	);
}

function compareWithCode(files: readonly MessageFile[], code: ReadonlyMap<string, string>): string[] {
	const known = new Map(
		files.toReversed().flatMap((file) => keysOf(file).map((key) => [key, file.path] as const)),
	);
	const used = new Set<string>();
	const problems: string[] = [];
	for (const [path, source] of code) {
		if (!/paraglide\/messages/.test(source)) continue;
		for (const [index, line] of source.split('\n').entries()) {
			for (const [, key = ''] of line.matchAll(/(?<![\w.$])m\.(\w+)/g)) {
				used.add(key);
				if (!known.has(key))
					problems.push(`${path}:${index + 1} uses the message ${key}, which does not exist`);
			}
		}
	}
	for (const [key, path] of known) {
		if (used.has(key) || Object.keys(dynamicPrefixes).some((prefix) => key.startsWith(prefix))) continue;
		problems.push(`${path} ${key} is used nowhere`);
	}
	return problems;
}

const keysOf = ({ messages }: MessageFile) => Object.keys(messages).filter((key) => !key.startsWith('$'));

/** The texts of a message: one, or those of its variants (plurals). */
function textsOf(message: unknown): string[] {
	if (typeof message === 'string') return [message];
	if (Array.isArray(message)) return message.flatMap(textsOf);
	const match = (message as { match?: Record<string, string> } | null)?.match;
	return match ? Object.values(match) : [];
}

/** Quotation marks around a blank need no translation. */
const hasWords = (text: string) => /\p{L}/u.test(text.replace(/\{\w+\}/g, ''));

function blanksOf(message: unknown): string {
	const names = textsOf(message).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
	return [...new Set(names)].sort().join(', ');
}
