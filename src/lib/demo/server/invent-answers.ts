import { textIn, type Course, type Step } from '../../learning/course.ts';
import { walkScene } from '../../learning/server/walk-scene.ts';
import { dice, seedOf, type Dice } from '../dice.ts';
import type { Launch } from '../launches.ts';

/** A form without its key. */
export interface InventedForm {
	readonly option: string[];
	readonly path: string[];
}

/** Makes up what somebody answers in one step: one form, or in a scene one for each choice. */
export type Answerer = (step: Step, by: Dice) => InventedForm[];

/** Makes up answers to a course: each option has a likelihood of its own, the same for everyone. */
export function answererOf(course: Course, votes: Launch['votes']): Answerer {
	const likelihoods = new Map(course.steps.map((step) => [step.id, weightsOf(course, step, votes)]));
	const scenes = new Map(
		course.steps
			.filter(({ kind }) => kind === 'scene')
			.map(({ id }) => {
				const story = textIn(course, course.languages[0] ?? 'en').steps[id]?.story ?? '';
				return [id, walkScene(story, Object.keys(course.cast)).decisions];
			}),
	);
	return (step, by) => {
		const weights = likelihoods.get(step.id) ?? [];
		if (step.kind === 'read') return [{ option: [], path: [] }];
		if (step.kind === 'scene') return throughScene(scenes.get(step.id) ?? new Map(), by);
		if (step.kind === 'question' && step.choose === 'many') {
			const most = Math.max(...weights.map(({ weight }) => weight));
			const some = weights.filter(({ weight }) => by.happens((0.75 * weight) / most)).map(({ id }) => id);
			return [{ option: some.length > 0 ? some : [by.weigh(weights).id], path: [] }];
		}
		return [{ option: [by.weigh(weights).id], path: [] }];
	};
}

interface Likely {
	readonly id: string;
	readonly weight: number;
}

function weightsOf(course: Course, step: Step, votes: Launch['votes']): Likely[] {
	const told = votes[step.id];
	const by = dice(seedOf(`${course.id}/${step.id}`));
	return step.options.map((id) => ({ id, weight: told?.[id] ?? 1 + 4 * by.next() ** 2 }));
}

/** From one choice to the next, to an end; one in ten goes back and tries the last choice another way. */
function throughScene(decisions: ReadonlyMap<string, readonly string[]>, by: Dice): InventedForm[] {
	const forms: InventedForm[] = [];
	const path: string[] = [];
	for (;;) {
		const ids = decisions.get(path.join('/'));
		if (!ids) break;
		// The first choice of a list is taken more often than the last.
		const { id } = by.weigh(ids.map((id, index) => ({ id, weight: ids.length + 1 - index })));
		forms.push({ option: [id], path: [...path] });
		path.push(id);
	}
	const last = forms.at(-1);
	const others = last ? (decisions.get(last.path.join('/')) ?? []).filter((id) => id !== last.option[0]) : [];
	if (last && others.length > 0 && by.happens(0.1)) {
		const again = { option: [by.pick(others)], path: last.path };
		if (!decisions.has([...again.path, ...again.option].join('/'))) forms.push(again);
	}
	return forms;
}
