import { m } from '#lib/paraglide/messages.js';
import type { FactKind, WorkerType } from '#lib/people/fact.ts';
import type { missingFacts } from '#lib/people/people-filter.ts';
import type { FactView, PlaceView, Presence } from '#lib/people/person-page.ts';
import type { Locale } from '#lib/platform/context.ts';
import { formatNumber } from '#lib/platform/i18n/format.ts';
import { languageTag } from '#lib/platform/i18n/locale.ts';

export const presenceWords: Record<Presence, () => string> = {
	here: m.people_person_state_here,
	leave: m.people_person_state_leave,
	left: m.people_person_state_left,
	later: m.people_person_state_later,
};

export const workerTypeWords: Record<WorkerType, () => string> = {
	employee: m.people_worker_employee,
	seasonal: m.people_worker_seasonal,
	temporary: m.people_worker_temporary,
	contractor: m.people_worker_contractor,
	intern: m.people_worker_intern,
	volunteer: m.people_worker_volunteer,
};

export const kindWords: Record<FactKind, () => string> = {
	name: m.people_fact_name,
	email: m.people_fact_email,
	jobTitle: m.people_fact_jobTitle,
	supervisor: m.people_fact_supervisor,
	department: m.people_fact_department,
	manager: m.people_fact_manager,
	workPlaces: m.people_fact_workPlaces,
	workerType: m.people_fact_workerType,
	employment: m.people_fact_employment,
	leave: m.people_fact_leave,
};

export const missingWords: Record<(typeof missingFacts)[number], () => string> = {
	email: m.people_missing_email,
	place: m.people_missing_place,
	manager: m.people_missing_manager,
	department: m.people_missing_department,
	jobTitle: m.people_missing_jobTitle,
	hiredOn: m.people_missing_hiredOn,
};

/** What a fact says. */
export function factWords(fact: FactView, locale: Locale): string {
	switch (fact.kind) {
		case 'supervisor':
			if (fact.value === null) return m.people_fact_unknown();
			return fact.value ? m.people_supervisor_yes() : m.people_supervisor_no();
		case 'department':
			return fact.value?.name ?? m.people_department_none();
		case 'manager':
			return fact.value?.name ?? m.people_manager_none();
		case 'workPlaces':
			return (
				fact.value.map((place) => placeWords(place, locale, fact.value.length > 1)).join('; ') ||
				m.people_fact_unknown()
			);
		case 'workerType':
			return fact.value === null ? m.people_fact_unknown() : workerTypeWords[fact.value]();
		case 'employment':
			return fact.value === 'employed' ? m.people_employment_employed() : m.people_employment_ended();
		case 'leave':
			return fact.value === 'on' ? m.people_leave_on() : m.people_leave_back();
		case 'email':
			return fact.value ?? m.people_no_email();
		case 'name':
		case 'jobTitle':
			return fact.value ?? m.people_fact_unknown();
	}
}

function placeWords(place: PlaceView, locale: Locale, withShare: boolean): string {
	const where =
		place.site?.name ??
		m.people_place_home({
			place: [place.city, place.region, place.country && countryName(place.country, locale)]
				.filter(Boolean)
				.join(', '),
		});
	return withShare ? `${where} ${formatNumber(place.share, locale)} %` : where;
}

/** @param country ISO 3166-1 alpha-2 */
export function countryName(country: string, locale: Locale): string {
	try {
		return new Intl.DisplayNames([languageTag[locale]], { type: 'region' }).of(country) ?? country;
	} catch {
		return country; // no code that anybody gave
	}
}
