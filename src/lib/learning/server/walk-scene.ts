import { playScene, SceneError } from './play-scene.ts';

export interface SceneWalk {
	/** Every decision by the path that leads to it: ids of its choices in order. */
	readonly decisions: ReadonlyMap<string, readonly string[]>;
	/** Ends that can be reached. */
	readonly ends: ReadonlySet<string>;
	/** What a learner would stumble over, in plain words. */
	readonly problems: readonly string[];
}

const mostPaths = 3000;
/** Choices one after the other: also what the form of an answer holds at most. */
const mostChoices = 40;

/** Walks every path of a scene, as far as a patient author would: dead ends, missing ids, choices without consequence. */
export function walkScene(compiled: string, names: readonly string[]): SceneWalk {
	const decisions = new Map<string, readonly string[]>();
	const ends = new Set<string>();
	const problems = new Set<string>();
	const open: string[][] = [[]];
	for (let walked = 0; open.length > 0; walked += 1) {
		const path = open.pop() ?? [];
		const where = path.length === 0 ? 'at the opening' : `after ${path.join(', ')}`;
		if (walked >= mostPaths) {
			problems.add(`has more than ${mostPaths} paths; make two scenes of it.`);
			break;
		}
		if (path.length > mostChoices) {
			problems.add(`has a way of more than ${mostChoices} choices; it may go in circles.`);
			break;
		}
		try {
			const play = playScene(compiled, names, path);
			if (path.length > 0 && (play.turns.at(-1)?.effects.length ?? 0) < 2) {
				problems.add(`shows fewer than two consequences ${where}.`);
			}
			if (play.end !== null) {
				if (play.end === '') problems.add(`comes to an end without #end:<id> ${where}.`);
				ends.add(play.end);
				continue;
			}
			const ids = play.choices.map(({ id }) => id);
			if (ids.some((id) => !/^[a-z][a-z0-9-]*$/.test(id)))
				problems.add(`has a choice without #id:<id> ${where}.`);
			if (new Set(ids).size !== ids.length) problems.add(`has two choices with the same id ${where}.`);
			if (ids.length < 2) problems.add(`leaves only one way ${where}.`);
			decisions.set(path.join('/'), ids);
			for (const id of new Set(ids)) open.push([...path, id]);
		} catch (error) {
			const reason =
				error instanceof SceneError ? error.message : `cannot be played: ${(error as Error).message}`;
			problems.add(`${reason} (${where})`);
		}
	}
	if (ends.size < 2) problems.add('has fewer than two ends; what a person does should matter.');
	return { decisions, ends, problems: [...problems] };
}
