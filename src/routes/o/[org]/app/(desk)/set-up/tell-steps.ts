import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/platform/context.ts';
import { formatNumber } from '#lib/platform/i18n/format.ts';
import { canWait, type SetUpFacts, type StepId, type StepState } from '#lib/setup/set-up.ts';

/** What one can do about a step: a link, or a form. Addresses are below `/o/[org]/app`. */
export type Act =
	| { readonly label: string; readonly href: string }
	| { readonly label: string; readonly post: string; readonly fields: Readonly<Record<string, string>> };

/** A step of the guide in words. */
export interface ToldStep {
	readonly id: StepId;
	readonly state: StepState;
	readonly title: string;
	readonly why: string;
	readonly facts: readonly string[];
	/** The first is the one that counts. */
	readonly acts: readonly Act[];
	readonly canWait: boolean;
}

export interface Telling {
	readonly facts: SetUpFacts;
	readonly steps: readonly { readonly id: StepId; readonly state: StepState }[];
	readonly org: string;
	readonly timeZone: string;
	readonly language: Locale;
	readonly locale: Locale;
	readonly courses: readonly { readonly id: string; readonly title: string }[];
	readonly tested: boolean;
	/** Whether whoever reads is a handler. */
	readonly handler: boolean;
}

/** Tells every step: what it is for, what is there, what to do. */
export function tellSteps(told: Telling): ToldStep[] {
	return told.steps.map(({ id, state }) => ({
		id,
		state,
		...tell[id](told),
		canWait: canWait.some((step) => step === id),
	}));
}

type Words = Pick<ToldStep, 'title' | 'why' | 'facts' | 'acts'>;

const tell: Record<StepId, (told: Telling) => Words> = {
	organization: ({ org, language, timeZone }) => ({
		title: m.setup_organization(),
		why: m.setup_organization_why({
			org,
			language: language === 'en' ? m.language_en() : m.language_es(),
			zone: timeZone.replaceAll('_', ' '),
		}),
		facts: [],
		acts: [],
	}),
	mail: (told) => ({
		title: m.setup_mail(),
		why: m.setup_mail_why(),
		facts: mailFacts(told),
		acts: mailActs(told),
	}),
	people: ({ facts: { people }, locale }) => ({
		title: m.setup_people(),
		why: m.setup_people_why(),
		facts:
			people.here > 1
				? [
						m.setup_people_here({ count: formatNumber(people.here, locale) }),
						...count(people.noPlace, locale, m.setup_people_no_place),
					]
				: [m.setup_people_alone()],
		acts: [
			people.here > 1
				? { label: m.setup_people_see(), href: 'people' }
				: { label: m.people_import_link(), href: 'people/import' },
		],
	}),
	places: (told) => ({
		title: m.setup_places(),
		why: m.setup_places_why(),
		facts: placeFacts(told),
		acts: placeActs(told),
	}),
	sign_in: ({ facts: { people, tablets }, locale }) => ({
		title: m.setup_sign_in(),
		why: m.setup_sign_in_why(),
		facts: [
			...(people.here > 1
				? count(people.noEmail, locale, m.setup_sign_in_no_email)
				: [m.setup_sign_in_nobody()]),
			...count(people.noWayIn, locale, m.setup_sign_in_no_way),
			...(people.here > 1 && people.noWayIn === 0 ? [m.setup_sign_in_all()] : []),
			...count(tablets, locale, m.setup_sign_in_tablets),
		],
		acts:
			people.here > 1
				? [
						{ label: m.setup_sign_in_cards(), href: 'people/cards' },
						{ label: m.setup_sign_in_tablet(), href: 'people/tablets' },
					]
				: [],
	}),
	notes: ({ facts: { keys }, handler, locale }) => ({
		title: m.setup_notes(),
		why: m.setup_notes_why(),
		facts: keys ? count(keys, locale, m.setup_notes_done) : [m.setup_notes_none()],
		acts: [
			...(handler && !keys ? [{ label: m.setup_notes_key(), href: 'keys' }] : []),
			{ label: m.setup_notes_role(), href: 'people/roles' },
		],
	}),
	course: ({ facts: { looked }, courses }) => ({
		title: m.setup_course(),
		why: m.setup_course_why(),
		facts: looked ? [m.setup_course_done()] : [],
		acts: courses.map(({ id, title }) => ({
			label: m.setup_course_look({ title }),
			post: 'set-up/course',
			fields: { course: id },
		})),
	}),
	launch: ({ facts: { launch }, locale }) => ({
		title: m.setup_launch(),
		why: m.setup_launch_why(),
		facts: launch ? count(launch.asked, locale, m.setup_launch_done) : [],
		acts: launch
			? [{ label: m.setup_launch_again(), href: 'program/launches' }]
			: [{ label: m.program_launch_link(), href: 'program/launch' }],
	}),
};

type Counted = (said: { n: number; count: string }) => string;

/** A number in words, or nothing where there is none. */
const count = (n: number, locale: Locale, words: Counted): string[] =>
	n > 0 ? [words({ n, count: formatNumber(n, locale) })] : [];

function mailFacts({ facts: { mail }, tested, locale }: Telling): string[] {
	const waiting = count(mail.waiting, locale, m.setup_mail_waiting);
	if (!mail.server) return [m.setup_mail_none(), ...waiting];
	if (mail.trouble) return [m.setup_mail_trouble(), ...waiting];
	if (mail.delivered) return [m.setup_mail_done(), ...waiting];
	return [tested ? m.setup_mail_tested() : m.setup_mail_try()];
}

function mailActs({ facts: { mail } }: Telling): Act[] {
	const outbox = { label: m.setup_mail_outbox(), href: 'outbox' };
	const test = { label: m.setup_mail_test(), post: 'outbox/test', fields: { back: 'set-up' } };
	if (!mail.server || mail.trouble) return [outbox];
	return [test, ...(mail.waiting ? [outbox] : [])];
}

function placeFacts({ facts: { sites }, locale }: Telling): string[] {
	const { all, open } = sites;
	if (all === 0) return [m.setup_places_none()];
	if (open.length === 0) return count(all, locale, m.setup_places_done);
	const few = open.slice(0, 5).map(({ name }) => name);
	const names =
		open.length > few.length
			? m.setup_places_open_more({ names: few.join(', ') })
			: new Intl.ListFormat(locale).format(few);
	return [m.setup_places_open({ n: open.length, count: formatNumber(open.length, locale), names })];
}

function placeActs({ facts: { sites, people } }: Telling): Act[] {
	if (sites.all > 0) return [{ label: m.setup_places_see(), href: 'people/sites' }];
	return people.here > 1 ? [{ label: m.people_import_link(), href: 'people/import' }] : [];
}
