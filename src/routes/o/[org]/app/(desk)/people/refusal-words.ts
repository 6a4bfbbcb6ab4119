import { m } from '#lib/paraglide/messages.js';
import type { Refusal } from '#lib/people/refusal.ts';
import type { Locale } from '#lib/platform/context.ts';
import { formatDay } from '#lib/platform/i18n/format.ts';
import { languageTag } from '#lib/platform/i18n/locale.ts';

const words: Record<Refusal['reason'], (given: Record<'day' | 'other' | 'names', string>) => string> = {
	day_impossible: m.people_person_refused_day_impossible,
	same_day: m.people_person_refused_same_day,
	corrected_already: m.people_person_refused_corrected_already,
	ended_before_hired: m.people_person_refused_ended_before_hired,
	ended_twice: m.people_person_refused_ended_twice,
	hired_twice: m.people_person_refused_hired_twice,
	leave_overlaps: m.people_person_refused_leave_overlaps,
	back_without_leave: m.people_person_refused_back_without_leave,
	leave_outside_employment: m.people_person_refused_leave_outside_employment,
	manager_self: m.people_person_refused_manager_self,
	number_taken: m.people_person_refused_number_taken,
	email_taken: m.people_person_refused_email_taken,
	manager_circle: m.people_person_refused_manager_circle,
	manager_unknown: m.people_person_refused_manager_unknown,
	manager_several: m.people_person_refused_manager_several,
	unchanged: m.people_person_refused_unchanged,
	unreadable: m.people_person_refused_unreadable,
};

/** Why something was not done, in the reader's words. */
export function refusalWords(refusal: Refusal, locale: Locale): string {
	const names = refusal.names ?? [];
	const list = new Intl.ListFormat(languageTag[locale], {
		type: refusal.reason === 'manager_several' ? 'disjunction' : 'conjunction',
	});
	return words[refusal.reason]({
		day: refusal.day ? spoken(refusal.day, locale) : '',
		other: refusal.other ? spoken(refusal.other, locale) : '',
		names: refusal.reason === 'manager_circle' ? names.join(' → ') : list.format(names),
	});
}

/** What was typed may be no day at all. */
function spoken(day: string, locale: Locale): string {
	return Number.isNaN(Date.parse(`${day}T00:00:00Z`)) ? day : formatDay(day, locale);
}
