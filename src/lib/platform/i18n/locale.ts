import type { Locale } from '../context.ts';

/** The language tag of a page. */
export const languageTag: Record<Locale, string> = { en: 'en-US', es: 'es-US' };

export const locales = ['en', 'es'] as const satisfies readonly Locale[];

export const isLocale = (text: string | null | undefined): text is Locale =>
	(locales as readonly unknown[]).includes(text);

/** The language of a reader who has told us nothing else: `?lang=`, then the browser's wish, then the default. */
export function chooseLocale(asked: string | null, acceptLanguage: string | null, otherwise: Locale): Locale {
	if (isLocale(asked)) return asked;
	const wishes = (acceptLanguage ?? '')
		.split(',')
		.map((part) => {
			const [tag = '', ...parameters] = part.trim().split(';');
			const weight = Number(/q=([\d.]+)/.exec(parameters.join())?.[1] ?? 1);
			return { tag: tag.slice(0, 2).toLowerCase(), weight };
		})
		.sort((a, b) => b.weight - a.weight);
	return wishes.map(({ tag }) => tag).find(isLocale) ?? otherwise;
}
