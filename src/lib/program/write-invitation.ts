import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '../platform/context.ts';
import { formatDay } from '../platform/i18n/format.ts';

/** The mail that asks a course of somebody, in their language. */
export function writeInvitation(about: {
	language: Locale;
	name: string;
	org: string;
	course: string;
	minutes: number;
	/** `YYYY-MM-DD` */
	dueOn: string | null;
	/** The organization's own words, if it has any. */
	message?: string | null;
	link: string;
}): { subject: string; body: string } {
	const locale = { locale: about.language };
	const due = about.dueOn ? m.program_mail_due({ day: formatDay(about.dueOn, about.language) }, locale) : '';
	const message = about.message ? m.program_mail_message({ message: about.message }, locale) : '';
	const { name, org, course, minutes, link } = about;
	return {
		subject: m.program_mail_subject({ course, minutes, org }, locale),
		body: m.program_mail_body({ name, org, course, minutes, due, message, link }, locale),
	};
}
