import * as v from 'valibot';
import { audienceSchema, type Audience } from '../people/audience.ts';
import { workerTypes } from '../people/fact.ts';
import type { Locale } from '../platform/context.ts';

/** Days that people have who join a standing launch later. */
export const daysForJoiners = 30;

const flag = v.optional(
	v.pipe(
		v.string(),
		v.transform((value) => value === 'yes'),
	),
	'',
);

/** What a launch says beside whom it is for. */
export const launchForm = v.object({
	key: v.pipe(v.string(), v.uuid()),
	course: v.pipe(v.string(), v.nonEmpty(), v.maxLength(100)),
	dueOn: v.optional(v.union([v.pipe(v.string(), v.isoDate()), v.literal('')]), ''),
	standing: flag,
	message: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(1000)), ''),
});

/** What is launched, and for whom: everyone, if nobody is named. */
export type LaunchWish = Pick<v.InferOutput<typeof launchForm>, 'key' | 'course' | 'dueOn'> &
	Partial<Pick<v.InferOutput<typeof launchForm>, 'standing' | 'message'>> & { readonly audience?: Audience };

/** Whom a form means; lists of people are numbers or addresses, which `findListed` finds. */
export const audienceForm = v.object({
	who: v.picklist(['everyone', 'some', 'list']),
	site: v.array(v.string()),
	department: v.array(v.string()),
	/** `US` or `US-CA`. */
	place: v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}(-.{1,120})?$/))),
	workerType: v.array(v.picklist(workerTypes)),
	language: v.array(v.picklist(['en', 'es'])),
	supervisors: v.picklist(['', 'yes', 'no']),
	hiredFrom: v.union([v.pipe(v.string(), v.isoDate()), v.literal('')]),
	hiredUntil: v.union([v.pipe(v.string(), v.isoDate()), v.literal('')]),
	list: v.pipe(v.string(), v.maxLength(400_000)),
});
export type AudienceForm = v.InferOutput<typeof audienceForm>;

/** The fields of a form as it is sent; those that are missing are empty. */
export function readAudienceForm(data: FormData): AudienceForm | undefined {
	const all = (name: string) => data.getAll(name).map(String);
	const one = (name: string) => String(data.get(name) ?? '');
	const parsed = v.safeParse(audienceForm, {
		who: one('who') || 'everyone',
		site: all('site'),
		department: all('department'),
		place: all('place'),
		workerType: all('workerType'),
		language: all('language'),
		supervisors: one('supervisors'),
		hiredFrom: one('hiredFrom'),
		hiredUntil: one('hiredUntil'),
		list: one('list'),
	});
	return parsed.success ? parsed.output : undefined;
}

/** The numbers or addresses of a list, one a line or separated by commas, each once. */
export const listedIn = (list: string) => [
	...new Set(
		list
			.split(/[\n,;\t]+/)
			.map((item) => item.trim())
			.filter(Boolean),
	),
];

/** Whether a form that says "everyone" was narrowed all the same, so that nobody writes to everyone by mistake. */
export function contradictsItself(form: AudienceForm): boolean {
	if (form.who !== 'everyone') return false;
	const { who: _, ...narrowing } = form;
	return Object.values(narrowing).some((value) => value.length > 0);
}

/**
 * Whom a form means.
 * @param listed the people of its list
 */
export function audienceOf(form: AudienceForm, listed: readonly string[]): Audience {
	if (form.who === 'everyone') return v.parse(audienceSchema, {});
	if (form.who === 'list') return v.parse(audienceSchema, { people: [...listed] });
	const { site, department, workerType, language, supervisors } = form;
	return v.parse(audienceSchema, {
		sites: site,
		departments: department,
		places: form.place.map((place) => ({ country: place.slice(0, 2), region: place.slice(3) || null })),
		workerTypes: workerType,
		languages: language,
		supervisors: supervisors === '' ? null : supervisors === 'yes',
		hiredFrom: form.hiredFrom || null,
		hiredUntil: form.hiredUntil || null,
	});
}

export interface Letter {
	readonly subject: string;
	readonly body: string;
}

export interface LaunchPreview {
	/** People of whom it would be asked now. */
	readonly people: number;
	readonly withAddress: number;
	readonly withoutAddress: number;
	readonly onLeave: number;
	readonly askedBefore: number;
	/** The mail in each language, as the reader of this page would get it. */
	readonly mails: Record<Locale, Letter>;
}
