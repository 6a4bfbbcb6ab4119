import type { Locale } from '../../../src/lib/platform/context.ts';
import * as messages from '../../../src/lib/paraglide/messages/_index.js';

type Messages = typeof messages;

/** What pages say, by the key of the message, so that no test breaks where only the wording changes. */
export type Words = { readonly [Key in keyof Messages]: (inputs?: Record<string, unknown>) => string };

/** The messages of one language. */
export function wordsIn(locale: Locale): Words {
	const all = messages as unknown as Record<string, (inputs: object, options: { locale: Locale }) => string>;
	return new Proxy({} as Words, {
		get(_, key: string) {
			const message = all[key];
			if (!message) throw new Error(`There is no message "${key}".`);
			return (inputs: object = {}) => message(inputs, { locale });
		},
	});
}

/** A message with any words in its gaps, for matching. */
export function anyOf(message: (inputs?: Record<string, unknown>) => string): RegExp {
	const gap = '\u0000';
	const anything = new Proxy({}, { get: () => gap });
	const parts = message(anything).split(gap);
	return new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+'));
}
