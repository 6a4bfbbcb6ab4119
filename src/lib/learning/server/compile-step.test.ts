import { describe, expect, it } from 'vitest';
import { changed, problems, smallCourseWith } from '../../../../tests/harness/small-course.ts';
import type { CourseSource } from '../course-source.ts';

describe('a step is refused, with file, line and reason', () => {
	const ink = 'scenes/talk.ink';
	it.each<[string, CourseSource, string | RegExp]>([
		[
			'with a step without front matter',
			smallCourseWith({ 'steps/welcome.md': 'Hello' }),
			'steps/welcome.md:1 must begin with front matter between two lines of three hyphens.',
		],
		[
			'with an unknown kind of step',
			changed('steps/welcome.md', 'read', 'game'),
			'steps/welcome.md:1 kind: must be read, question, scene or poll.',
		],
		[
			'with a step of no time',
			changed('steps/welcome.md', 'continue', 'minutes: 0\ncontinue'),
			'steps/welcome.md:1 minutes: must be at least 0.5.',
		],
		[
			'with an unknown way to choose',
			changed('steps/one.md', 'choose: one', 'choose: two'),
			'steps/one.md:1 choose: must be one or many.',
		],
		[
			'with a button without words',
			changed('steps/welcome.md', 'continue: Begin\n', ''),
			'steps/welcome.md:1 needs "continue", the words on its button.',
		],
		[
			'with options where there are none',
			changed('steps/welcome.md', 'Good', '::option[A]{#a}\n\nGood'),
			'steps/welcome.md:7 is a read; it has no options.',
		],
		[
			'with an unknown directive',
			changed('steps/one.md', ':::option[Wait]', ':::answer[Wait]'),
			'steps/one.md:11 knows no directive "answer"; there is only "option".',
		],
		[
			'with an option without id',
			changed('steps/one.md', ']{#wait}', ']'),
			'steps/one.md:11 gives this option no id, such as {#ask}.',
		],
		[
			'with an option without words',
			changed('steps/one.md', '[Wait]', '[]'),
			'steps/one.md:11 gives this option no words in square brackets.',
		],
		[
			'with an option id used twice',
			changed('steps/one.md', '#wait', '#ask'),
			'steps/one.md:11 uses the option id "ask" twice.',
		],
		[
			'with an option that says nothing back',
			changed('steps/one.md', 'You see more later.\n', ''),
			'steps/one.md:11 gives the option "wait" no feedback.',
		],
		[
			'with one option alone',
			changed('steps/one.md', /:::option\[Wait][\s\S]*/, ''),
			'steps/one.md:1 needs at least two options.',
		],
		[
			'with a poll that answers back',
			changed('steps/poll.md', '::option[Never]{#never}', ':::option[Never]{#never}\nOh.\n:::'),
			'steps/poll.md:8 is a poll; its options have no feedback.',
		],
		[
			'with a scene that is not described',
			changed('steps/talk.md', 'about: Somebody is tired.\n', ''),
			'steps/talk.md:1 needs "about", one plain line on what the scene shows.',
		],
		[
			'with a scene that is not there',
			smallCourseWith({ [ink]: undefined }),
			'scenes/talk.ink:1 is missing.',
		],
		['with a story that is not ink', changed(ink, '-> END', '-> nowhere'), /^scenes\/talk\.ink:9 .*nowhere/],
		[
			'with a stranger who speaks',
			changed(ink, 'Maya: He', 'Otto: He'),
			'scenes/talk.ink:1 lets "Otto" speak, who is not in the cast.',
		],
		[
			'with a choice without id',
			changed(ink, ' #id:ask', ''),
			'scenes/talk.ink:1 has a choice without #id:<id> at the opening.',
		],
		[
			'with two choices of one id',
			changed(ink, '#id:ask', '#id:wait'),
			'scenes/talk.ink:1 has two choices with the same id at the opening.',
		],
		[
			'with an end without name',
			changed(ink, ' #end:told', ''),
			'scenes/talk.ink:1 comes to an end without #end:<id> after ask.',
		],
		[
			'with one end alone',
			changed(ink, '#end:told', '#end:again'),
			'scenes/talk.ink:1 has fewer than two ends; what a person does should matter.',
		],
		[
			'with a choice without consequences',
			changed(ink, ' #for:you', ''),
			'scenes/talk.ink:1 shows fewer than two consequences after ask.',
		],
	])('%s', (_, source, reason) => {
		const found = problems(source);
		if (typeof reason === 'string') expect(found).toContain(reason);
		else expect(found.filter((problem) => reason.test(problem))).not.toEqual([]);
	});
});
