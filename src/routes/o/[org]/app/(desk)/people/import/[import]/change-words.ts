import { m } from '#lib/paraglide/messages.js';
import type { ChangedPerson } from '#lib/people/import/import-preview.ts';
import type { FactKind } from '#lib/people/fact.ts';
import { columnWords } from '#lib/people/import/column-words.ts';
import type { Locale } from '#lib/platform/context.ts';
import { formatDay } from '#lib/platform/i18n/format.ts';

const kindWords: Partial<Record<FactKind, () => string>> = {
	name: columnWords.name,
	email: columnWords.email,
	jobTitle: columnWords.jobTitle,
	supervisor: columnWords.supervisor,
	department: columnWords.department,
	manager: columnWords.manager,
	workPlaces: columnWords.site,
	workerType: columnWords.workerType,
};

/** What would change of somebody: "department: Supply → Nursing". */
export function changeWords({ facts, other }: ChangedPerson, locale: Locale): string[] {
	const changes = facts.map(({ kind, value, before, startsOn }) => {
		const day = formatDay(startsOn, locale);
		if (kind === 'employment')
			return value === 'employed' ? m.people_change_employed({ day }) : m.people_change_ended({ day });
		if (kind === 'leave')
			return value === 'on' ? m.people_change_leave({ day }) : m.people_change_back({ day });
		const what = kindWords[kind]?.() ?? kind;
		return m.people_change({
			what,
			before: valueWords(before) || m.people_change_nothing(),
			after: valueWords(value),
		});
	});
	return [...changes, ...other.map((one) => m.people_change_other({ what: columnWords[one]() }))];
}

function valueWords(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'boolean') return value ? m.people_change_yes() : m.people_change_no();
	if (typeof value !== 'object') return String(value);
	if (!Array.isArray(value)) return Object.values(value).filter(Boolean).join(' ');
	const places = value as {
		site?: string;
		city?: string | null;
		region?: string | null;
		country?: string;
		share: number;
	}[];
	return places
		.map(({ site, city, region, country, share }) => {
			const place =
				site ?? m.people_change_home({ place: [city, region, country].filter(Boolean).join(', ') });
			return places.length > 1 ? `${place} ${share} %` : place;
		})
		.join(', ');
}
