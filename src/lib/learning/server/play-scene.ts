import { Story } from 'inkjs';
import { faces, places, type Face, type Place } from '../course.ts';

export interface Line {
	readonly kind: 'line';
	readonly who: string;
	readonly face: Face;
	readonly words: string;
}
export interface Beat {
	readonly kind: 'beat';
	readonly words: string;
}
/** What a choice changed: for somebody of the cast, `team`, `you`, or `later`. */
export interface Effect {
	readonly for: string;
	readonly words: string;
}
export interface SceneChoice {
	readonly id: string;
	/** "Ask her" */
	readonly label: string;
	/** What one says or does. */
	readonly words: string;
}
/** A place, who is in it, and what is told up to the next decision. */
export interface Moment {
	readonly place: Place;
	readonly script: readonly (Line | Beat)[];
	/** Who is in the picture, with the face they were last seen with. */
	readonly cast: readonly { readonly who: string; readonly face: Face }[];
}
/** A choice, how people react to it, what it changes, and the moment it leads to. */
export interface Turn {
	readonly chosen: SceneChoice;
	readonly reaction: readonly (Line | Beat)[];
	readonly effects: readonly Effect[];
	/** Without script where the scene ends with the effects. */
	readonly moment: Moment;
}
export interface ScenePlay {
	readonly opening: Moment;
	readonly turns: readonly Turn[];
	/** The decision that waits; empty at an end. */
	readonly choices: readonly SceneChoice[];
	/** Id of the end reached, or null while the scene goes on. */
	readonly end: string | null;
}

/** Somebody's story goes in circles, or a choice of another version is asked for. */
export class SceneError extends Error {}

const mostLines = 2000;
/** Steps of ink's machine: a story can also go in circles without a single line. */
const mostSteps = 50_000;

class BoundedStory extends Story {
	/** Undefined at first: the story takes its first steps while it is constructed. */
	declare private steps: number | undefined;

	override ContinueSingleStep(): boolean {
		this.steps = (this.steps ?? 0) + 1;
		if (this.steps > mostSteps) throw new SceneError('The story does not come to rest.');
		return super.ContinueSingleStep();
	}
}

/**
 * Replays a scene from its start along the given choices. The same story and choices always give the same scene.
 * @param compiled the story as ink's compiler wrote it
 * @param names of the cast: a line that begins with one and a colon is spoken, every other is told
 * @param path ids of the choices made so far
 * @throws SceneError when a choice of the path is not there, or the story does not come to rest
 */
export function playScene(compiled: string, names: readonly string[], path: readonly string[]): ScenePlay {
	const story = new BoundedStory(compiled);
	story.state.storySeed = 1;
	const telling: Telling = { story, names, place: 'office', end: null, told: 0, onStage: new Map() };
	const { after: opening } = tell(telling);
	const turns: Turn[] = [];
	for (const id of path) {
		const chosen = choicesOf(story).find((choice) => choice.id === id);
		if (!chosen) throw new SceneError(`There is no choice "${id}" here.`);
		story.ChooseChoiceIndex(chosen.index);
		const { before, effects, after } = tell(telling);
		const { label, words } = chosen;
		turns.push({ chosen: { id, label, words }, reaction: before, effects, moment: after });
	}
	const choices = choicesOf(story).map(({ id, label, words }) => ({ id, label, words }));
	return { opening, turns, choices, end: choices.length === 0 ? (telling.end ?? '') : null };
}

interface Telling {
	readonly story: Story;
	readonly names: readonly string[];
	place: Place;
	end: string | null;
	told: number;
	readonly onStage: Map<string, Face>;
}

/** Tells the story up to the next decision: what comes before the effects, the effects, what comes after. */
function tell(telling: Telling): { before: (Line | Beat)[]; effects: Effect[]; after: Moment } {
	const { story, onStage } = telling;
	const before: (Line | Beat)[] = [];
	const effects: Effect[] = [];
	const script: (Line | Beat)[] = [];
	let moved = false;
	while (story.canContinue) {
		if (++telling.told > mostLines) throw new SceneError('The story does not come to rest.');
		const text = (story.Continue() ?? '').trim();
		const tags = readTags(story.currentTags ?? []);
		if (tags.place) {
			telling.place = tags.place;
			onStage.clear();
			moved = true;
		}
		if (tags.end) telling.end = tags.end;
		if (text === '') continue;
		if (tags.for) effects.push({ for: tags.for, words: text });
		else (moved || effects.length > 0 ? script : before).push(lineOf(text, tags.face, telling));
	}
	const cast = [...onStage].slice(-2).map(([who, face]) => ({ who, face }));
	// A choice without effects only leads on: then all of it is the next moment.
	const leadsOn = effects.length === 0;
	return {
		before: leadsOn ? [] : before,
		effects,
		after: { place: telling.place, script: leadsOn ? [...before, ...script] : script, cast },
	};
}

function lineOf(text: string, face: Face | undefined, { names, onStage }: Telling): Line | Beat {
	const colon = text.indexOf(': ');
	const who = text.slice(0, colon);
	if (colon === -1 || !names.includes(who)) return { kind: 'beat', words: text };
	const shown = face ?? onStage.get(who) ?? 'calm';
	onStage.set(who, shown);
	return { kind: 'line', who, face: shown, words: text.slice(colon + 2) };
}

function choicesOf(story: Story): (SceneChoice & { index: number })[] {
	return story.currentChoices.map((choice) => {
		const { id = '' } = readTags(choice.tags ?? []);
		const [label = '', words = ''] = splitOnce(choice.text.trim());
		return { id, label, words, index: choice.index };
	});
}

function splitOnce(text: string): [string, string] {
	const colon = text.indexOf(': ');
	return colon === -1 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 2)];
}

interface Tags {
	id?: string;
	for?: string;
	end?: string;
	face?: Face;
	place?: Place;
}

function readTags(tags: readonly string[]): Tags {
	const read: Tags = {};
	for (const tag of tags) {
		const [name, value] = tag.split(':', 2).map((part) => part.trim());
		if (!value) continue;
		if (name === 'id' || name === 'for' || name === 'end') read[name] = value;
		if (name === 'face' && (faces as readonly string[]).includes(value)) read.face = value as Face;
		if (name === 'place' && (places as readonly string[]).includes(value)) read.place = value as Place;
	}
	return read;
}
