import { describe, expect, it } from 'vitest';
import { changed, problems, smallCourse, smallCourseWith } from '../../../../tests/harness/small-course.ts';
import type { CourseSource } from '../course-source.ts';
import { compileCourse } from './compile-course.ts';
import { readCourses } from './read-courses.ts';
import { coursesFolder } from './store-shipped-courses.ts';

describe('a course', () => {
	it('compiles, and the same source gives the same course', () => {
		const course = compileCourse(smallCourse);
		expect(course.steps.map(({ id, kind, choose }) => `${id} ${kind} ${choose}`)).toEqual([
			'welcome read one',
			'one question one',
			'many question many',
			'poll poll one',
			'talk scene one',
		]);
		expect(course.text.es?.steps.welcome?.html).toBe('<p>Qué bueno <em>verte</em>.</p>');
		expect(compileCourse(smallCourse)).toEqual(course);
	});

	it('compiles with line ends of Windows to the same course', () => {
		const windows = Object.entries(smallCourse).map(([file, text]) => [file, text.replaceAll('\n', '\r\n')]);
		const plain = (course: unknown) => JSON.stringify(course).replaceAll('\\r\\n', '\\n');
		expect(plain(compileCourse(Object.fromEntries(windows)))).toBe(plain(compileCourse(smallCourse)));
	});

	it.each(readCourses(coursesFolder))('$id, which ships, compiles in both languages', ({ id, source }) => {
		const course = compileCourse(source);
		expect(course.id).toBe(id);
		expect(course.languages).toEqual(['en', 'es']);
		const minutes = course.steps.reduce((sum, step) => sum + step.minutes, 0);
		expect(minutes).toBeGreaterThanOrEqual(course.minutes * 0.8);
		expect(minutes).toBeLessThanOrEqual(course.minutes * 1.2);
	});
});

describe('a course is refused with file, line and reason', () => {
	const without = (file: string) => smallCourseWith({ [file]: undefined });
	it.each<[string, CourseSource, string | RegExp]>([
		['without its main file', without('course.yaml'), 'course.yaml:1 is missing.'],
		[
			'with broken YAML',
			changed('course.yaml', 'summary: One', 'summary: "One'),
			/^course\.yaml:\d+ cannot be read as YAML: /,
		],
		['with another format', changed('course.yaml', 'format: 1', 'format: 2'), /^course\.yaml:1 format: /],
		[
			'with an id of capitals',
			changed('course.yaml', 'id: small', 'id: Small'),
			/^course\.yaml:1 id: must be lower-case/,
		],
		[
			'with a step whose id no address can hold',
			changed('course.yaml', 'welcome,', '../welcome,'),
			/^course\.yaml:1 sections\.0\.steps\.0: must be lower-case/,
		],
		[
			'in an unknown language',
			changed('course.yaml', '[en, es]', '[en, fr]'),
			/^course\.yaml:1 languages\.1: /,
		],
		[
			'with a step listed twice',
			changed('course.yaml', '[poll, talk]', '[poll, talk, one]'),
			'course.yaml:1 lists the step "one" twice.',
		],
		['with a step that is not there', without('steps/one.md'), 'steps/one.md:1 is missing.'],
		['with an untranslated step', without('es/steps/one.md'), 'es/steps/one.md:1 is missing.'],
		['without its translated words', without('es/course.yaml'), 'es/course.yaml:1 is missing.'],
		[
			'with an untranslated section',
			changed('es/course.yaml', ', second: Segundo', ''),
			'es/course.yaml:1 gives the section "second" no title.',
		],
		[
			'with an untranslated part',
			changed('es/course.yaml', 'cast: { Maya: { role: enfermera } }\n', ''),
			'es/course.yaml:1 gives "Maya" no role.',
		],
		[
			'with a translation of another kind',
			smallCourseWith({ 'es/steps/one.md': smallCourse['es/steps/welcome.md'] }),
			'es/steps/one.md:1 is a read; the original is a question.',
		],
		[
			'with a translation that chooses otherwise',
			changed('es/steps/one.md', 'choose: one', 'choose: many'),
			'es/steps/one.md:1 differs from the original in how many may be chosen.',
		],
		[
			'with a translation of other options',
			changed('es/steps/one.md', '#wait', '#later'),
			'es/steps/one.md:1 has other options than the original.',
		],
		[
			'with a translation of another scene',
			changed('es/scenes/talk.ink', '#id:ask', '#id:other'),
			'es/steps/talk.md:1 tells a scene with other choices or ends than the original.',
		],
	])('%s', (_, source, reason) => {
		const found = problems(source);
		if (typeof reason === 'string') expect(found).toContain(reason);
		else expect(found.filter((problem) => reason.test(problem))).not.toEqual([]);
	});

	it('with everything that stands in the way at once', () => {
		const source = { ...changed('steps/one.md', '#wait', '#ask'), 'es/steps/welcome.md': 'Hola' };
		expect(problems(source).map((problem) => problem.split(' ')[0])).toEqual(
			expect.arrayContaining(['steps/one.md:11', 'es/steps/welcome.md:1']),
		);
	});
});
