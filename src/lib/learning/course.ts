import type { Locale } from '../platform/context.ts';

/** The words of one language and the shape they share. Both are plain data: a version is stored whole. */
export interface Course {
	/** The format this was compiled to; a reader for every format ever written stays. */
	readonly format: 1;
	readonly id: string;
	readonly languages: readonly Locale[];
	/** What we promise it takes. */
	readonly minutes: number;
	readonly cast: Readonly<Record<string, Look>>;
	readonly sections: readonly { readonly id: string; readonly steps: readonly string[] }[];
	readonly steps: readonly Step[];
	readonly text: Readonly<Partial<Record<Locale, CourseText>>>;
}

export type StepKind = 'read' | 'question' | 'scene' | 'poll';

export interface Step {
	readonly id: string;
	readonly kind: StepKind;
	readonly minutes: number;
	/** Of a question: whether several options may be chosen. */
	readonly choose: 'one' | 'many';
	/** Of a question or poll. */
	readonly options: readonly string[];
}

export interface CourseText {
	readonly title: string;
	readonly summary: string;
	readonly roles: Readonly<Record<string, string>>;
	readonly sections: Readonly<Record<string, string>>;
	readonly steps: Readonly<Record<string, StepText>>;
}

export interface StepText {
	readonly title: string;
	/** Sanitized HTML. */
	readonly html: string;
	/** Of a read step: the words on its button. */
	readonly continue: string;
	/** Of a scene: one plain line on what it shows. */
	readonly about: string;
	/** Label, and in a question the feedback as sanitized HTML. */
	readonly options: Readonly<Record<string, { readonly label: string; readonly feedback: string }>>;
	/** Of a scene: the compiled story. */
	readonly story: string;
}

/** How somebody of the cast looks; the words are those of `docs/course-format.md`. */
export interface Look {
	readonly head: string;
	readonly skin: string;
	readonly clothing: string;
	readonly accessories: string;
	readonly facialHair: string;
}

export const faces = [
	'calm',
	'smile',
	'laugh',
	'serious',
	'tired',
	'hurt',
	'worried',
	'surprised',
	'annoyed',
] as const;
export type Face = (typeof faces)[number];

export const places = ['station', 'breakroom', 'warehouse', 'office', 'call', 'corridor'] as const;
export type Place = (typeof places)[number];

/** The text of a course in a reader's language, or in its original. */
export function textIn(course: Course, locale: Locale): CourseText {
	const text = course.text[locale] ?? course.text[course.languages[0] ?? 'en'];
	if (!text) throw new Error(`Course ${course.id} has no text at all.`);
	return text;
}
