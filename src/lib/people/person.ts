import * as v from 'valibot';
import type { Locale } from '../platform/context.ts';
import type { Presence } from './person-page.ts';

/** A person as the people pages show them. */
export interface PersonView {
	readonly id: string;
	readonly number: string;
	readonly name: string;
	readonly email: string | null;
	readonly department: string | null;
	readonly site: string | null;
	readonly language: Locale;
	readonly jobTitle: string | null;
	readonly presence: Presence;
}

export const emailSchema = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.email(), v.maxLength(254));

/** What somebody wants to be called; empty goes back to their given name. */
export const nameForm = v.object({
	preferredName: v.pipe(v.string(), v.trim(), v.maxLength(60)),
});
