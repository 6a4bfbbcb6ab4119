import type { SourceProblem } from './course-source.ts';

/** A run of lines that two texts share, or that one of them has. */
export interface DifferenceLine {
	readonly is: 'same' | 'added' | 'removed';
	readonly text: string;
}

/** One file of a step, in one language, as its editor shows it. */
export interface StepFile {
	readonly locale: 'en' | 'es';
	readonly file: string;
	/** What counts now: the organization's own text, or the shipped one. */
	readonly content: string;
	readonly own: boolean;
	/** From the shipped text to the organization's own. */
	readonly difference: readonly DifferenceLine[];
	/** What changed in the shipped text since the own one was written over it; empty when nothing did. */
	readonly shippedChange: readonly DifferenceLine[];
}

/** Outcome of laying a text over a course: a new version, or what keeps it from being one. */
export type OverlayOutcome =
	| { readonly ok: true; readonly hash: string }
	| { readonly ok: false; readonly problems: readonly SourceProblem[] };
