import * as v from 'valibot';
import type { Locale } from '../platform/context.ts';

/** What somebody needs who signs in without e-mail, for one printed card. */
export interface Card {
	readonly id: string;
	readonly name: string;
	readonly number: string;
	readonly site: string | null;
	readonly language: Locale;
	/** In groups, as one types it. */
	readonly code: string;
	readonly qr: { readonly size: number; readonly path: string };
}

/** Cards made at once: about thirty sheets. */
export const cardsAtOnce = 240;

export const cardsForm = v.object({
	key: v.pipe(v.string(), v.uuid()),
	/** `all`, `none` (people without a site), or `at ` and the site's name. */
	where: v.pipe(v.string(), v.maxLength(300)),
	who: v.picklist(['no_email', 'everyone']),
	search: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(100)), ''),
	part: v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}$/), v.transform(Number)), '1'),
});
export type CardsWish = v.InferOutput<typeof cardsForm>;
