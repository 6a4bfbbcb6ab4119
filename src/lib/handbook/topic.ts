import type { Locale, Role } from '../platform/context.ts';

/** What one finds a topic by, and where. */
export interface Passage {
	readonly is: 'title' | 'words' | 'heading' | 'sentence';
	readonly text: string;
	/** As it is searched. */
	readonly words: readonly string[];
}

/** One topic of the handbook, in one language. */
export interface TopicText {
	readonly title: string;
	/** As it was sanitized. */
	readonly html: string;
	/** The first is the title; then the words it is also found by, headings and sentences as they follow. */
	readonly passages: readonly Passage[];
	/** Where its links lead, as they are written. */
	readonly links: readonly string[];
}

export interface Topic {
	readonly id: string;
	/** Screens that it opens from, such as `/people/import/[import]`: routes below `/o/[org]/app`. */
	readonly screens: readonly string[];
	readonly text: Readonly<Record<Locale, TopicText>>;
}

/** Topics that belong together, in the order in which they are listed. */
export interface Part {
	readonly title: Readonly<Record<Locale, string>>;
	/** Who reads it; without roles, everybody who is signed in. */
	readonly for: readonly Role[];
	readonly topics: readonly Topic[];
}

export type Handbook = readonly Part[];

/**
 * The screen that a route shows, as the handbook names it.
 * @param route such as `/o/[org]/app/(desk)/people/import`
 * @returns such as `/people/import`; undefined outside the signed-in pages
 */
export function screenOf(route: string | null): string | undefined {
	const below = route?.match(/^\/o\/\[org\]\/app(\/.*)?$/);
	if (!below) return undefined;
	return (below[1] ?? '').replace(/\/\([^/]+\)/g, '') || '/';
}

/** The topic that a screen opens; where none does, the one of the screen above it. */
export function topicFor(topics: readonly Topic[], screen: string): Topic | undefined {
	for (let path = screen; path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
		const found = topics.find(({ screens }) => screens.includes(path));
		if (found) return found;
	}
	return undefined;
}
