import type { Locale } from '../context.ts';
import { languageTag } from './locale.ts';

/** "December 31, 2026", or "31 de diciembre de 2026". @param day `YYYY-MM-DD` */
export function formatDay(day: string, locale: Locale): string {
	return dateFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** "Thursday, December 31". @param day `YYYY-MM-DD` */
export function formatWeekday(day: string, locale: Locale): string {
	return dateFormat(locale, { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' }).format(
		new Date(`${day}T00:00:00Z`),
	);
}

/** A moment in the reader's own words, to the minute, in UTC until places of work have time zones. */
export function formatMoment(at: Date, locale: Locale): string {
	return dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(at);
}

export function formatNumber(value: number, locale: Locale): string {
	const kept = numbers.get(locale) ?? new Intl.NumberFormat(languageTag[locale]);
	numbers.set(locale, kept);
	return kept.format(value);
}

const dates = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();

function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = locale + JSON.stringify(options);
	const kept = dates.get(key) ?? new Intl.DateTimeFormat(languageTag[locale], options);
	dates.set(key, kept);
	return kept;
}
