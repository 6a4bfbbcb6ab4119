import { m } from '#lib/paraglide/messages.js';
import type { Likeness } from '#lib/people/likely-duplicates.ts';
import type { Locale } from '#lib/platform/context.ts';
import { languageTag } from '#lib/platform/i18n/locale.ts';

const words: Record<Likeness, () => string> = {
	email: m.people_duplicate_same_email,
	name: m.people_duplicate_same_name,
	hiredOn: m.people_duplicate_same_hiredOn,
	number: m.people_duplicate_same_number,
	site: m.people_duplicate_same_site,
	department: m.people_duplicate_same_department,
	jobTitle: m.people_duplicate_same_jobTitle,
	returned: m.people_duplicate_same_returned,
};

/** What two have in common, as a list. */
export const sameWords = (same: readonly Likeness[], locale: Locale): string =>
	new Intl.ListFormat(languageTag[locale]).format(same.map((likeness) => words[likeness]()));
