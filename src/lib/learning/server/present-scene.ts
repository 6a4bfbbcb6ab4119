import type { StoredAnswer } from '../answer.ts';
import { textIn, type Course, type CourseText } from '../course.ts';
import type { EffectView, MomentView, SceneView } from '../player.ts';
import { portraitPath } from '../portrait.ts';
import type { Locale } from '../../platform/context.ts';
import type { CourseVersion } from './course-version.ts';
import type { Beat, Effect, Line, Moment } from './play-scene.ts';
import { replayScene } from './replay-scene.ts';

/** A scene as far as somebody has come, with the ways they have tried. */
export function presentScene(
	version: CourseVersion,
	step: string,
	locale: Locale,
	answers: readonly StoredAnswer[],
): Omit<SceneView, 'about'> {
	const course = version.compiled;
	const text = textIn(course, locale);
	const paths = answers.flatMap(({ choice }) => (choice.kind === 'scene' ? [choice.path] : []));
	const path = paths.at(-1) ?? [];
	const { opening, turns, choices, end } = replayScene(version, step, locale, path);
	const at = end === null ? path : path.slice(0, -1);
	const tried = new Set(paths.filter((other) => follows(other, at)).map((other) => other[at.length]));
	const ways = end === null ? choices : replayScene(version, step, locale, at).choices;
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
