import { m } from '#lib/paraglide/messages.js';
import type { Audience } from '../people/audience.ts';
import type { WorkerType } from '../people/fact.ts';
import type { Locale } from '../platform/context.ts';
import { formatDay, formatNumber } from '../platform/i18n/format.ts';
import { languageTag } from '../platform/i18n/locale.ts';

/** "California" has no name in the browser; a country has one in every language. @param place `US` or `US-CA` */
export function placeName(place: string, locale: Locale): string {
	const country =
		new Intl.DisplayNames([languageTag[locale]], { type: 'region' }).of(place.slice(0, 2)) ?? place;
	const region = place.slice(3);
	return region ? `${region}, ${country}` : m.program_place_country({ country });
}

export const workerWord: Record<WorkerType, () => string> = {
	employee: m.program_worker_employee,
	seasonal: m.program_worker_seasonal,
	temporary: m.program_worker_temporary,
	contractor: m.program_worker_contractor,
	intern: m.program_worker_intern,
	volunteer: m.program_worker_volunteer,
};

/**
 * Whom an audience means, in words: "Oakland, Fresno; Nursing; hired on or after March 1, 2026".
 * @param nameOf the name of a site or department by its id
 */
export function describeAudience(audience: Audience, nameOf: (id: string) => string, locale: Locale): string {
	if (audience.people !== null) {
		const n = audience.people.length;
		return m.program_audience_list({ n, count: formatNumber(n, locale) });
	}
	const languages = { en: m.language_en, es: m.language_es };
	const { hiredFrom, hiredUntil, supervisors } = audience;
	const parts = [
		audience.sites.map(nameOf),
		audience.departments.map(nameOf),
		audience.places.map(({ country, region }) =>
			placeName(region ? `${country}-${region}` : country, locale),
		),
		audience.workerTypes.map((type) => workerWord[type]()),
		audience.languages.map((language) => languages[language]()),
		supervisors === null
			? []
			: [supervisors ? m.program_audience_supervisors() : m.program_audience_not_supervisors()],
		hiredFrom ? [m.program_audience_hired_from({ day: formatDay(hiredFrom, locale) })] : [],
		hiredUntil ? [m.program_audience_hired_until({ day: formatDay(hiredUntil, locale) })] : [],
	].filter((part) => part.length > 0);
	if (parts.length === 0) return m.program_audience_everyone();
	return parts.map((part) => part.join(', ')).join('; ');
}
