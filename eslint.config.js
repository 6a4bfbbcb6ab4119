import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import answersStayGuarded from './tools/lint/answers-stay-guarded.js';
import markupIsCompiled from './tools/lint/markup-is-compiled.js';
import timeIsAnArgument from './tools/lint/time-is-an-argument.js';
import wordsComeFromMessages from './tools/lint/words-come-from-messages.js';

const house = {
	rules: {
		'answers-stay-guarded': answersStayGuarded,
		'markup-is-compiled': markupIsCompiled,
		'time-is-an-argument': timeIsAnArgument,
		'words-come-from-messages': wordsComeFromMessages,
	},
};

/** Common mistakes, and the laws of the house that a machine can see (`tools/lint`). Layout is Prettier's. */
export default ts.config(
	{
		ignores: [
			'build/',
			'.svelte-kit/',
			'src/lib/paraglide/',
			'static/',
			'data/',
			'screens/',
			'test-results/',
			'.tmp/',
		],
	},
	js.configs.recommended,
	ts.configs.strict,
	svelte.configs.recommended,
	prettier,
	svelte.configs.prettier,
	{
		plugins: { house },
		languageOptions: { globals: globals.node },
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			'no-undef': 'off', // TypeScript knows better
			eqeqeq: 'error',
			'no-empty': ['error', { allowEmptyCatch: false }],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'@typescript-eslint/consistent-type-imports': [
				'error',
				{ fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
			],
			'@typescript-eslint/no-invalid-void-type': 'off',
		},
	},
	{
		// A promise that nobody waits for fails unseen, and its transaction is open while the page is sent.
		files: ['**/*.ts'],
		languageOptions: { parserOptions: { projectService: true } },
		rules: {
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/no-misused-promises': [
				'error',
				{ checksVoidReturn: { arguments: false, attributes: false } },
			],
			'@typescript-eslint/switch-exhaustiveness-check': 'error',
		},
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { globals: globals.browser, parserOptions: { parser: ts.parser } },
		rules: {
			'svelte/no-at-html-tags': 'off', // ours is stricter
			'svelte/no-unused-svelte-ignore': 'off', // svelte-check gives the warnings, and knows more of them
			'svelte/prefer-svelte-reactivity': 'off', // it cannot tell a passing URLSearchParams from state
			'svelte/no-navigation-without-resolve': 'off', // the app always stands at the root of its host
			'house/markup-is-compiled': 'error',
			'house/words-come-from-messages': 'error',
		},
	},
	{
		// The style guide shows invented text, and is not translated.
		files: ['src/routes/(public)/design/**'],
		rules: { 'house/words-come-from-messages': 'off' },
	},
	{
		files: ['src/lib/**'],
		ignores: ['**/*.test.ts', 'src/lib/platform/platform.ts', 'src/lib/platform/audit/server/link-audit.ts'],
		rules: { 'house/time-is-an-argument': 'error' },
	},
	{
		files: ['**/*.test.ts', 'tests/**'],
		rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
	},
	{
		files: ['src/**'],
		rules: { 'house/answers-stay-guarded': 'error' },
	},
);
