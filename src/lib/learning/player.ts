import type { Distribution } from '../platform/suppression/release-distribution.ts';
import type { Place, StepKind } from './course.ts';

/** Everything a step page shows to the one person who takes it. */
export interface PlayerView {
	readonly enrollment: string;
	readonly courseTitle: string;
	readonly minutesDone: number;
	readonly minutes: number;
	readonly sections: readonly SectionView[];
	readonly step: {
		readonly id: string;
		readonly kind: StepKind;
		readonly title: string;
		readonly html: string;
		readonly section: string;
		readonly number: number;
		readonly of: number;
		readonly complete: boolean;
		readonly body: StepBody;
	};
	/** The step before, to go back to. */
	readonly previous: string | null;
	/** Where to go on once this step is complete; null when it was the last one. */
	readonly next: string | null;
	readonly courseComplete: boolean;
}

export interface SectionView {
	readonly title: string;
	readonly steps: readonly {
		readonly id: string;
		readonly title: string;
		readonly state: 'done' | 'current' | 'open' | 'locked';
	}[];
}

export type StepBody =
	| { readonly kind: 'read'; readonly continue: string }
	| {
			readonly kind: 'question';
			readonly choose: 'one' | 'many';
			readonly options: readonly {
				readonly id: string;
				readonly label: string;
				readonly chosen: boolean;
				/** Sanitized HTML; empty until the question is answered. */
				readonly feedback: string;
			}[];
	  }
	| {
			readonly kind: 'poll';
			readonly options: readonly { readonly id: string; readonly label: string }[];
			/** Null until one has answered. */
			readonly result: Distribution | null;
	  }
	| ({ readonly kind: 'scene' } & SceneView);

export interface SceneView {
	readonly about: string;
	/** Ids of the choices made so far, joined by slashes: what the forms send back. */
	readonly path: string;
	readonly opening: MomentView;
	readonly turns: readonly TurnView[];
	readonly choices: readonly ChoiceView[];
	readonly end: string | null;
	/** Ways through the decision that waits, or of the last one made. */
	readonly tried: number;
	readonly ways: number;
}

export interface ChoiceView {
	readonly id: string;
	readonly label: string;
	readonly words: string;
	/** This way was taken before. */
	readonly tried: boolean;
}

export interface LineView {
	/** Null for what is told. */
	readonly who: string | null;
	readonly words: string;
}

export interface EffectView {
	readonly who: string;
	readonly kind: 'person' | 'team' | 'you' | 'later';
	readonly words: string;
}

export interface MomentView {
	readonly place: Place;
	readonly script: readonly LineView[];
	readonly cast: readonly { readonly who: string; readonly role: string; readonly portrait: string }[];
}

export interface TurnView {
	/** The path that leads back to before this choice. */
	readonly rewind: string;
	readonly chosen: { readonly label: string; readonly words: string };
	readonly reaction: readonly LineView[];
	readonly effects: readonly EffectView[];
	readonly moment: MomentView;
}
