import { Compiler } from 'inkjs/full';
import { describe, expect, it } from 'vitest';
import { smallCourse } from '../../../../tests/harness/small-course.ts';
import type { Course } from '../course.ts';
import { compileCourse } from './compile-course.ts';
import { playScene, SceneError } from './play-scene.ts';
import { readCourses } from './read-courses.ts';
import { coursesFolder } from './store-shipped-courses.ts';
import { walkScene } from './walk-scene.ts';

const compileInk = (text: string) => new Compiler(text).Compile().ToJson() as string;
const small = compileCourse(smallCourse).text.en?.steps.talk?.story ?? '';

describe('a scene', () => {
	it('opens with a place, what is said and who is there', () => {
		const { opening, choices, end, turns } = playScene(small, ['Maya'], []);
		expect(opening).toEqual({
			place: 'office',
			script: [{ kind: 'line', who: 'Maya', face: 'tired', words: 'He had a rough night.' }],
			cast: [{ who: 'Maya', face: 'tired' }],
		});
		expect(choices).toEqual([
			{ id: 'ask', label: 'Ask her', words: '“What happened?”' },
			{ id: 'wait', label: 'Wait', words: 'You say nothing.' },
		]);
		expect([end, turns]).toEqual([null, []]);
	});

	it('shows what a choice changed, for whom, and where it leads', () => {
		const { turns, choices, end } = playScene(small, ['Maya'], ['ask']);
		expect(turns[0]).toMatchObject({
			chosen: { id: 'ask' },
			effects: [
				{ for: 'Maya', words: 'She tells you.' },
				{ for: 'you', words: 'You know more now.' },
			],
			moment: { script: [{ kind: 'beat', words: 'The shift goes on.' }] },
		});
		expect([choices, end]).toEqual([[], 'told']);
	});

	it.each([[['nothing']], [['ask', 'ask']], [['']], [['__proto__']], [['wait', 'ask']]])(
		'refuses the path %j, which it does not offer',
		(path) => {
			expect(() => playScene(small, ['Maya'], path)).toThrow(SceneError);
		},
	);

	it('is told as plain words, whatever an author puts in', () => {
		const story = compileInk(
			'Maya: <script>alert(1)</script>\n+ [<b>Go</b>: <i>now</i> #id:go]\n  Done. #end:x\n  -> END\n',
		);
		const { opening, choices } = playScene(story, ['Maya'], []);
		expect(opening.script[0]?.words).toBe('<script>alert(1)</script>');
		expect(choices).toEqual([{ id: 'go', label: '<b>Go</b>', words: '<i>now</i>' }]);
	});

	it.each([
		['that never comes to rest', '-> a\n=== a ===\nAgain.\n-> a\n', 'does not come to rest'],
		[
			'that comes back to itself without words',
			'-> a\n=== a ===\n-> b\n=== b ===\n-> a\n',
			'does not come to rest',
		],
	])('%s is refused', (_, ink, reason) => {
		const started = performance.now();
		const { problems } = walkScene(compileInk(ink), []);
		expect(problems.join('\n')).toContain(reason);
		expect(performance.now() - started).toBeLessThan(5000);
	});

	it('whose choices go round and round is refused', () => {
		const ink = '-> a\n=== a ===\nAgain?\n+ [Yes #id:yes]\n  -> a\n+ [Sure #id:sure]\n  -> a\n';
		const { problems } = walkScene(compileInk(ink), []);
		expect(problems).toContain('has a way of more than 40 choices; it may go in circles.');
	});

	it('whose words run out in the middle is refused', () => {
		const { problems } = walkScene(compileInk('Hello.\n+ [Go #id:go]\n  Then.\n'), []);
		expect(problems).toContain('leaves only one way at the opening.');
		expect(problems).toContain('comes to an end without #end:<id> after go.');
	});
});

describe.each(readCourses(coursesFolder).map(({ id, source }) => ({ id, course: compileCourse(source) })))(
	'the scenes of $id',
	({ course }: { course: Course }) => {
		const names = Object.keys(course.cast);
		const scenes = course.steps.filter(({ kind }) => kind === 'scene').map(({ id }) => id);

		it.each(scenes)('%s has the same choices and ends in both languages, on every path', (id) => {
			const stories = [course.text.en, course.text.es].map((text) => text?.steps[id]?.story ?? '');
			const [en, es] = stories.map((story) => walkScene(story, names));
			expect(en?.problems).toEqual([]);
			expect(es?.problems).toEqual([]);
			expect([...(es?.decisions ?? [])].sort()).toEqual([...(en?.decisions ?? [])].sort());
			expect(en?.decisions.size).toBeGreaterThan(0);
			for (const [path, ids] of en?.decisions ?? []) {
				for (const choice of ids) {
					const way = [...path.split('/').filter(Boolean), choice];
					const [first, second] = stories.map((story) => playScene(story, names, way));
					expect(second?.end, way.join('/')).toBe(first?.end);
					const whom = (play = first) =>
						play?.turns.map(({ effects }) => effects.map((effect) => effect.for));
					expect(whom(second), way.join('/')).toEqual(whom(first));
				}
			}
		});
	},
);
