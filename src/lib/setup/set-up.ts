import * as v from 'valibot';

/** What has to be there before people can begin, in the order of the guide. */
export const stepIds = [
	'organization',
	'mail',
	'people',
	'places',
	'sign_in',
	'notes',
	'course',
	'launch',
] as const;
export type StepId = (typeof stepIds)[number];

/** What can wait: people can begin without it. */
export const canWait = ['mail', 'places', 'sign_in', 'notes', 'course'] as const satisfies readonly StepId[];
export type WaitingStep = (typeof canWait)[number];

/** `later`: somebody set it aside. */
export type StepState = 'done' | 'todo' | 'later';

export const choiceForm = v.object({
	key: v.pipe(v.string(), v.uuid()),
	step: v.picklist(canWait),
	choice: v.picklist(['later', 'now']),
});
export type Choice = v.InferOutput<typeof choiceForm>;

/** A site that has no known place or hour. */
export interface OpenSite {
	readonly id: string;
	readonly name: string;
}

/** What is there, counted: nobody ticks anything off. */
export interface SetUpFacts {
	readonly mail: {
		/** Whether the installation has a mail server. */
		readonly server: boolean;
		/** Whether it took a mail of this organization. */
		readonly delivered: boolean;
		/** Whether it refuses to take any, now. */
		readonly trouble: boolean;
		/** Mails of this organization that have not arrived. */
		readonly waiting: number;
	};
	readonly people: {
		/** Who works here today or will, the founder among them. */
		readonly here: number;
		readonly noEmail: number;
		/** Who has neither an address nor another way to sign in: no card, PIN, passkey or session. */
		readonly noWayIn: number;
		/** Whose place of work is not known. */
		readonly noPlace: number;
	};
	readonly sites: { readonly all: number; readonly open: readonly OpenSite[] };
	readonly tablets: number;
	/** Keys to which a note can be sealed. */
	readonly keys: number;
	/** Whether whoever asks has answered something in a course. */
	readonly looked: boolean;
	/** The first launch, if there is one. */
	readonly launch: { readonly course: string; readonly asked: number } | null;
}

/** Which steps are done, by what is there; what is done stays done, whoever set it aside. */
export function stepStates(facts: SetUpFacts, setAside: ReadonlySet<StepId>): Record<StepId, StepState> {
	const { mail, people, sites } = facts;
	const others = people.here > 1;
	const done: Record<StepId, boolean> = {
		organization: true,
		mail: mail.server && mail.delivered && !mail.trouble,
		people: others,
		places: sites.all > 0 && sites.open.length === 0,
		sign_in: others && people.noWayIn === 0,
		notes: facts.keys > 0,
		course: facts.looked,
		launch: facts.launch !== null,
	};
	const state = (id: StepId): StepState => (done[id] ? 'done' : setAside.has(id) ? 'later' : 'todo');
	return Object.fromEntries(stepIds.map((id) => [id, state(id)])) as Record<StepId, StepState>;
}
