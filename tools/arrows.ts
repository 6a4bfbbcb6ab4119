/**
 * The arrows of the house: who may import whom. This is the only list; `tests/house/arrows.test.ts` and
 * `npm run check` enforce it. To draw a new arrow, add it here with a reviewer who agrees.
 */

/** The order in which data flows. Along it, verbs are called; against it, events are followed. */
export const flow = ['people', 'law', 'program', 'learning', 'questions', 'surveys', 'insights'] as const;

/** From a report to its repair: the same rule, a second stream. */
export const secondFlow = ['speakup', 'cases', 'repair'] as const;

/**
 * Which other areas an area may import. Everyone may know `people`, the base; beyond that, arrows point forward.
 * Every area may also import `platform` and `ui`.
 */
export const areaArrows = {
	people: [],
	law: ['people', 'program'],
	program: ['people', 'learning'],
	learning: [],
	questions: ['people', 'surveys'],
	surveys: ['people', 'insights'],
	insights: ['people'],
	speakup: ['cases'],
	cases: ['people', 'repair'],
	repair: ['people'],
	policies: ['people'],
	leadership: ['people'],
	interop: ['people', 'program', 'learning'],
	setup: ['people', 'program', 'learning'],
	handbook: [],
	privacy: ['people'],
	demo: [
		'people',
		'law',
		'program',
		'learning',
		'questions',
		'surveys',
		'insights',
		'speakup',
		'cases',
		'repair',
		'policies',
		'leadership',
		'interop',
		'privacy',
	],
} as const satisfies Record<string, readonly string[]>;

export type Area = keyof typeof areaArrows;

export const areas = Object.keys(areaArrows) as Area[];

/** A part of `src/` that arrows lead from and to. `areas.ts`, the composition root, is the room `root`. */
export type Room = Area | 'platform' | 'ui' | 'root' | 'process' | 'hooks' | 'routes' | 'words';

/** Which rooms a room may import, apart from itself and from `words`, the compiled interface messages. */
export const roomArrows: Record<Exclude<Room, Area>, { may: readonly Room[]; why: string }> = {
	words: { may: [], why: 'the compiled messages know nobody' },
	ui: { may: [], why: 'the design system knows neither areas nor the platform, so that any page may use it' },
	platform: { may: [], why: 'the platform carries the areas and knows none of them' },
	root: { may: [...areas, 'platform'], why: 'the composition root hands the areas to the platform' },
	process: {
		may: ['platform'],
		why: 'the process starts the platform; what areas bring comes through areas.ts',
	},
	hooks: { may: ['root', 'process', 'platform'], why: 'hooks open the platform and find out who asks' },
	routes: {
		may: [...areas, 'ui', 'platform', 'process'],
		why: 'routes parse a request, call one verb and show the result',
	},
};

/** The reporter's side of speaking up, and the handler's side, which it must not reach. */
export const reporterSide = [
	/^lib\/speakup\/server\/leave-note\.ts$/,
	/^lib\/speakup\/(note|sealing-form|speak-up-page)\.ts$/,
	/^routes\/o\/\[org\]\/speak-up\//,
];
export const handlerSide = [
	/^lib\/speakup\/server\/(access|list-notes)\.ts$/,
	/^routes\/o\/\[org\]\/app\/(.*\/)?notes\//,
];

/** Who may talk to the database and the queue directly. */
export const packageDoors: readonly { packages: RegExp; only: RegExp; why: string }[] = [
	{
		packages: /^(pg|pg-boss)$/,
		only: /^lib\/platform\/(db|jobs)\//,
		why: 'connections and the queue are handed down in ctx; only platform/db and platform/jobs open them',
	},
];

/** Files outside a `server/` folder that may import from one, apart from type-only imports and tests. */
export const serverDoors = [
	/^routes\/(.*\/)?\+(page\.server|layout\.server|server)\.ts$/,
	/^hooks\.server\.ts$/,
	/^lib\/areas\.ts$/,
	// Compose the platform's own parts, as areas.ts does those of the areas.
	/^lib\/platform\/(platform|backstage|context-of|measure)\.ts$/,
];

/** Names that say nothing about what is inside. */
export const emptyNames = /^(utils?|helpers?|services?|managers?|repositor(y|ies)|common|misc)$/;
