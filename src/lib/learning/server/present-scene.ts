import type { StoredAnswer } from '../answer.ts';
import type { Course, CourseText } from '../course.ts';
import type { EffectView, MomentView, SceneView } from '../player.ts';
import { portraitPath } from '../portrait.ts';
import { playScene, type Beat, type Effect, type Line, type Moment, type ScenePlay } from './play-scene.ts';

/** Replays are pure, so those that many people see (the opening, the first choices) are kept. */
const kept = new Map<string, ScenePlay>();
const mostKept = 400;

function play(key: string, story: string, names: readonly string[], path: readonly string[]): ScenePlay {
	const place = `${key}/${path.join('/')}`;
	const before = kept.get(place);
	if (before) return before;
	const played = playScene(story, names, path);
	if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? '');
	kept.set(place, played);
	return played;
}

/**
 * A scene as far as somebody has come, with the ways they have tried.
 * @param key names the story among all versions, steps and languages
 */
export function presentScene(
	course: Course,
	text: CourseText,
	key: string,
	story: string,
	answers: readonly StoredAnswer[],
): Omit<SceneView, 'about'> {
	const paths = answers.flatMap(({ choice }) => (choice.kind === 'scene' ? [choice.path] : []));
	const path = paths.at(-1) ?? [];
	const names = Object.keys(course.cast);
	const { opening, turns, choices, end } = play(key, story, names, path);
	const at = end === null ? path : path.slice(0, -1);
	const tried = new Set(paths.filter((other) => follows(other, at)).map((other) => other[at.length]));
	const ways = end === null ? choices : play(key, story, names, at).choices;
	return {
		path: path.join('/'),
		opening: presentMoment(course, text, opening),
		turns: turns.map((turn, index) => ({
			rewind: path.slice(0, index).join('/'),
			chosen: { label: turn.chosen.label, words: turn.chosen.words },
			reaction: turn.reaction.map(presentLine),
			effects: turn.effects.map(presentEffect),
			moment: presentMoment(course, text, turn.moment),
		})),
		choices: choices.map((choice) => ({ ...choice, tried: tried.has(choice.id) })),
		end,
		tried: tried.size,
		ways: ways.length,
	};
}

/** Whether `other` goes on from `start`. */
const follows = (other: readonly string[], start: readonly string[]) =>
	other.length > start.length && start.every((id, index) => other[index] === id);

function presentMoment(course: Course, text: CourseText, moment: Moment): MomentView {
	return {
		place: moment.place,
		script: moment.script.map(presentLine),
		cast: moment.cast.flatMap(({ who, face }) => {
			const look = course.cast[who];
			return look ? [{ who, role: text.roles[who] ?? '', portrait: portraitPath(look, face) }] : [];
		}),
	};
}

const presentLine = (line: Line | Beat) => ({
	who: line.kind === 'line' ? line.who : null,
	words: line.words,
});

const presentEffect = (effect: Effect): EffectView => ({
	who: effect.for,
	kind: effect.for === 'team' || effect.for === 'you' || effect.for === 'later' ? effect.for : 'person',
	words: effect.words,
});
