import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '../platform/context.ts';
import { formatDay } from '../platform/i18n/format.ts';

/** The mail that reminds somebody of everything that is open, in their language. Days are `YYYY-MM-DD`. */
export function writeReminder(about: {
	language: Locale;
	name: string;
	org: string;
	today: string;
	courses: readonly { title: string; dueOn: string | null }[];
	link: string;
}): { subject: string; body: string } {
	const locale = { locale: about.language };
	const { name, org, link, today, courses } = about;
	const lines = courses.map(({ title, dueOn }) => {
		if (dueOn === null) return m.program_reminder_open({ title }, locale);
		const day = formatDay(dueOn, about.language);
		return dueOn < today
			? m.program_reminder_was_due({ title, day }, locale)
			: m.program_reminder_due({ title, day }, locale);
	});
	const [first] = courses;
	const subject =
		courses.length === 1 && first
			? m.program_reminder_subject_one({ title: first.title, org }, locale)
			: m.program_reminder_subject({ count: courses.length, org }, locale);
	return { subject, body: m.program_reminder_body({ name, courses: lines.join('\n'), link, org }, locale) };
}
