import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '../platform/context.ts';
import { formatDay, formatNumber } from '../platform/i18n/format.ts';
import { languageTag } from '../platform/i18n/locale.ts';
import type { Grouping } from './filter.ts';
import { progressStates, type ProgressCounts, type ProgressState } from './progress.ts';

export const stateWords: Record<ProgressState, () => string> = {
	done: m.program_state_done,
	going: m.program_state_going,
	open: m.program_state_open,
	overdue: m.program_state_overdue,
	leave: m.program_state_leave,
};

/** How the design system draws a state. */
export const stateShapes = {
	done: 'done',
	going: 'going',
	open: 'not-started',
	overdue: 'overdue',
	leave: 'paused',
} as const;

/** The columns that a table of counts shows: nobody on leave, no column for it. */
export const shownStates = (counts: ProgressCounts) =>
	progressStates.filter((state) => state !== 'leave' || counts.leave > 0);

/** The parts of a bar. */
export const barParts = (counts: ProgressCounts, locale: Locale) =>
	shownStates(counts).map((state) => ({
		is: stateShapes[state],
		count: counts[state],
		word: stateWords[state](),
		figure: formatNumber(counts[state], locale),
	}));

export const groupingWords: Record<Grouping, { one: () => string; by: () => string; none: () => string }> = {
	site: { one: m.program_site, by: m.program_by_site, none: m.program_site_none },
	department: { one: m.program_department, by: m.program_by_department, none: m.program_department_none },
	manager: { one: m.program_manager, by: m.program_by_manager, none: m.program_manager_none },
	language: { one: m.program_language, by: m.program_by_language, none: m.program_language_none },
	launch: { one: m.program_launch_one, by: m.program_by_launch, none: m.program_launch_none },
	place: { one: m.program_place, by: m.program_by_place, none: m.program_place_none },
};

/**
 * What a group is called in the reader's language.
 * @param name as the data names it: `en`, `US-IL`, a site's own name; null for those without
 */
export function groupName(by: Grouping, name: string | null, locale: Locale): string {
	if (name === null) return groupingWords[by].none();
	if (by === 'language') return name === 'es' ? m.language_es() : m.language_en();
	if (by === 'launch') return formatDay(name, locale);
	if (by !== 'place') return name;
	const [country = '', ...region] = name.split('-');
	const land = new Intl.DisplayNames(languageTag[locale], { type: 'region' }).of(country) ?? country;
	return region.length > 0 ? `${region.join('-')}, ${land}` : land;
}

/** The sentence that answers the page's question. */
export function progressHeadline(counts: ProgressCounts, locale: Locale): string {
	const figures = {
		n: counts.people,
		done: formatNumber(counts.done, locale),
		people: formatNumber(counts.people, locale),
		overdue: formatNumber(counts.overdue, locale),
	};
	if (counts.done === counts.people) return m.program_title_all(figures);
	if (counts.done === 1 && !counts.overdue) return m.program_title_one(figures);
	return counts.overdue ? m.program_title_overdue(figures) : m.program_title(figures);
}
