import { describe, expect, it } from 'vitest';
import { findTranslationProblems, type MessageFile } from '../../tools/house/find-translation-problems.ts';

const pattern = 'src/lib/people/messages/{locale}.json';
const file = (locale: string, messages: MessageFile['messages']): MessageFile => ({
	path: `people/${locale}.json`,
	pattern,
	locale,
	messages,
});
const use = (...keys: string[]) =>
	new Map([
		['a.ts', `import { m } from '#lib/paraglide/messages.js';\n${keys.map((key) => `m.${key}()`).join(';')}`],
	]);

describe('the check of the translations', () => {
	const cases: [string, MessageFile['messages'], MessageFile['messages'], string[], string][] = [
		['a missing key', { a: 'One', b: 'Two' }, { a: 'Uno' }, ['a', 'b'], 'people/es.json lacks b'],
		['a key too many', { a: 'One' }, { a: 'Uno', b: 'Dos' }, ['a', 'b'], 'people/en.json lacks b'],
		[
			'another blank',
			{ a: '{n} of' },
			{ a: '{m} de' },
			['a'],
			'people/es.json a fills in m where the other language fills in n',
		],
		[
			'words not translated',
			{ a: 'One' },
			{ a: 'One' },
			['a'],
			'people/es.json a reads as in en; translate it, or list it as the same in both',
		],
		['no words', { a: ' ' }, { a: 'Uno' }, ['a'], 'people/en.json a is empty'],
		['an exclamation', { a: 'One!' }, { a: 'Uno' }, ['a'], 'people/en.json a exclaims; we speak calmly'],
		[
			'a variant without words',
			{ a: [{ match: { 'n=one': 'One', 'n=other': '' } }] },
			{ a: 'Uno' },
			['a'],
			'people/en.json a is empty',
		],
		['an unused key', { a: 'One' }, { a: 'Uno' }, [], 'people/en.json a is used nowhere'],
		[
			'an unknown key',
			{ a: 'One' },
			{ a: 'Uno' },
			['a', 'b'],
			'a.ts:2 uses the message b, which does not exist',
		],
	];
	it.each(cases)('finds %s', (_, en, es, keys, problem) => {
		expect(findTranslationProblems([file('en', en), file('es', es)], use(...keys))).toContain(problem);
	});

	it('finds a key that two areas claim', () => {
		const other = { ...file('en', { a: 'Other' }), path: 'law/en.json', pattern: 'law' };
		const problems = findTranslationProblems(
			[file('en', { a: 'One' }), file('es', { a: 'Uno' }), other],
			use('a'),
		);
		expect(problems).toEqual(['law/en.json a stands in people/en.json already']);
	});

	it('is content when all is well', () => {
		const files = [file('en', { a: 'One of {n}', $schema: 'x' }), file('es', { a: 'Una de {n}' })];
		expect(findTranslationProblems(files, use('a'))).toEqual([]);
	});
});
