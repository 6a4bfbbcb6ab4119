import type { Snippet } from 'svelte';

/** Words given by the caller: plain text, or a snippet where a link or emphasis is needed. */
export type Words = string | Snippet;

export interface Link {
	href: string;
	label: string;
}

export interface NavItem extends Link {
	current?: boolean;
}

/** A link to this page in the other language, written in that language. */
export interface LanguageLink extends Link {
	lang: string;
}

export interface Option {
	value: string;
	label: string;
	disabled?: boolean;
}

/** A speaker's color in a scene; the caller keeps one person on one color. */
export type Band = 'a' | 'b' | 'c' | 'd';

export interface Picture {
	src: string;
	/** Empty when the words beside it say the same. */
	alt: string;
}

/** How far somebody or something is. The words for it come from the caller. */
export type Progress = 'done' | 'going' | 'not-started' | 'overdue' | 'paused';

/** The id a field gets from its name, so that an error summary can link to it. */
export const fieldId = (name: string): string => `field-${name}`;
