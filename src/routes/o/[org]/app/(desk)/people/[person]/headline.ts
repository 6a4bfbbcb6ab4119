import { m } from '#lib/paraglide/messages.js';
import type { PersonPage } from '#lib/people/person-page.ts';
import type { Locale } from '#lib/platform/context.ts';
import { formatDay } from '#lib/platform/i18n/format.ts';

/** Their name, and what they are. */
export function headline(person: PersonPage): string {
	for (const line of person.now) {
		if ('fact' in line && line.fact.kind === 'jobTitle' && line.fact.value)
			return `${person.name}, ${line.fact.value}`;
	}
	return person.name;
}

/** Whether they work here, since when and until when. */
export function employmentWords(person: PersonPage, locale: Locale): string {
	const day = (value: string | null) => (value === null ? '' : formatDay(value, locale));
	const { presence, hiredOn, endedOn, leaveFrom, leaveUntil } = person;
	if (presence === 'left') return m.people_person_left_on({ day: day(endedOn) });
	if (presence === 'later') return m.people_person_begins_on({ day: day(hiredOn) });
	if (presence === 'leave') {
		const from = day(leaveFrom);
		return leaveUntil === null
			? m.people_person_away_since({ from })
			: m.people_person_away_until({ from, until: day(leaveUntil) });
	}
	if (endedOn !== null) return m.people_person_works_until({ day: day(endedOn) });
	return hiredOn === null ? m.people_person_works() : m.people_person_works_since({ day: day(hiredOn) });
}
