import type { Locale } from '../platform/context.ts';

/** Words that say nothing about what one looks for, as `wordsOf` gives them. */
const small: Record<Locale, ReadonlySet<string>> = {
	en: new Set(
		'a an and any are at be by can do does for from how i if in is it me my not of on or our s t that the their them they this to was we what when where which who why with you your'.split(
			' ',
		),
	),
	es: new Set(
		'a al como con cual cuando de del donde el ella en es esta este hay la las le lo los me mi mis no o para por que quien se si sin su sus te tu tus un una y ya yo'.split(
			' ',
		),
	),
};

/** A text as it is searched: its words, small, without accents. */
export function wordsOf(text: string): string[] {
	return text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean);
}

/** The words of a question that say what it is about; all of them where none does. */
export function wordsAsked(text: string, locale: Locale): string[] {
	const all = [...new Set(wordsOf(text))];
	const telling = all.filter((word) => !small[locale].has(word));
	return (telling.length > 0 ? telling : all).slice(0, 8);
}

/** How well a word of a text fits one that was asked for: 1 the same, less another form of it, 0 not at all. */
export function fits(asked: string, word: string): number {
	if (asked === word) return 1;
	if (asked.length >= 3 && word.startsWith(asked)) return 0.7;
	// "reminded" finds "reminder", "recordatorio" finds "recordatorios".
	let shared = 0;
	while (shared < asked.length && asked[shared] === word[shared]) shared += 1;
	return shared >= 5 && Math.max(asked.length, word.length) - shared <= 4 ? 0.5 : 0;
}
