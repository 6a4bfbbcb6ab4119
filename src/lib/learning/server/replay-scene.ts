import { textIn, type Course } from '../course.ts';
import { playScene, type ScenePlay } from './play-scene.ts';
import type { Locale } from '../../platform/context.ts';

/** Replays are pure, so those that many people see (the opening, the first choices) are kept. */
const kept = new Map<string, ScenePlay>();
const mostKept = 400;

/**
 * Plays a scene of a course version along the given choices.
 * @throws SceneError as `playScene`
 */
export function replayScene(
	version: { readonly hash: string; readonly compiled: Course },
	step: string,
	locale: Locale,
	path: readonly string[],
): ScenePlay {
	const key = [version.hash, step, locale, ...path].join('/');
	const before = kept.get(key);
	if (before) return before;
	const { compiled } = version;
	const played = playScene(
		textIn(compiled, locale).steps[step]?.story ?? '',
		Object.keys(compiled.cast),
		path,
	);
	if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? '');
	kept.set(key, played);
	return played;
}
