import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/lib/platform/config/project-root.ts';

const eslint = new ESLint({
	cwd: projectRoot,
	// Types are not needed here, and the files are invented: no program knows them.
	overrideConfig: [
		{ languageOptions: { parserOptions: { projectService: false } } },
		{
			files: ['**/*.ts'],
			rules: Object.fromEntries(
				['no-floating-promises', 'await-thenable', 'no-misused-promises', 'switch-exhaustiveness-check'].map(
					(name) => [`@typescript-eslint/${name}`, 'off'],
				),
			),
		},
	],
});

/** The rules that an invented file breaks. */
async function broken(file: string, code: string): Promise<string[]> {
	const [result] = await eslint.lintText(code, { filePath: join(projectRoot, file) });
	return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

const learning = 'src/lib/learning/server';
const words = 'house/words-come-from-messages';
const clock = 'house/time-is-an-argument';
const guarded = 'house/answers-stay-guarded';
const markup = 'house/markup-is-compiled';

describe('the laws that lint enforces', () => {
	const bad: [string, string, string][] = [
		[clock, 'src/lib/people/rule.ts', 'export const at = () => Date.now();'],
		[clock, 'src/lib/people/rule.ts', 'export const at = () => new Date();'],
		[clock, 'src/lib/people/Rule.svelte', '<script>const at = new Date();</script>{at}'],
		[words, 'src/lib/people/A.svelte', '<p>Hello</p>'],
		[words, 'src/routes/+page.svelte', '<svelte:head><title>Hello</title></svelte:head>'],
		[words, 'src/routes/+page.svelte', "<p>{'Hello'}</p>"],
		[words, 'src/lib/people/A.svelte', '<img src="/a.png" alt="A face" />'],
		[words, 'src/lib/people/A.svelte', "<input aria-label={wide ? 'Wide' : 'Narrow'} />"],
		[markup, 'src/lib/people/A.svelte', '<script>let { text } = $props();</script>{@html text}'],
		[markup, 'src/lib/people/A.svelte', '<script>let { a } = $props();</script>{@html a.html + a.more}'],
		[
			guarded,
			'src/lib/program/server/a.ts',
			`import { answer } from '../../learning/server/schema.ts'; answer;`,
		],
		[guarded, 'src/lib/learning/a.ts', `import { answer } from './server/schema.ts'; answer;`],
		[guarded, 'src/routes/+page.server.ts', `import * as all from '#lib/learning/server/schema.ts'; all;`],
		[guarded, `${learning}/a.ts`, `import { pollTally } from './schema.ts'; pollTally;`],
		[guarded, 'src/lib/program/server/a.ts', 'export const q = `select choice from answer where true`;'],
		['no-empty', 'src/lib/people/a.ts', 'export function a() {\n\ttry {\n\t\ta();\n\t} catch {\n\t}\n}'],
	];
	it.each(bad)('%s: %s %s', async (rule, file, code) => {
		expect(await broken(file, code)).toContain(rule);
	});

	const good: [string, string][] = [
		['src/lib/platform/platform.ts', 'export const now = () => new Date();'],
		['src/lib/people/rule.ts', 'export const day = (iso: string) => new Date(iso);'],
		[
			'src/lib/people/A.svelte',
			'<p lang="en">{m.hello()} · 3 {name} – Upstander</p><style>p { color: red; }</style>',
		],
		['src/lib/people/A.svelte', '<script>let { html } = $props();</script>{@html html}'],
		['src/routes/(public)/design/A.svelte', '<p>Hello</p>'],
		[`${learning}/a.ts`, `import { answer } from './schema.ts'; answer;`],
		[
			`${learning}/a.ts`,
			`import { smallest } from '../../platform/suppression/a.ts'; import { pollTally } from './schema.ts'; smallest; pollTally;`,
		],
		[
			'src/lib/program/server/a.ts',
			`import { enrollment } from '../../learning/server/schema.ts'; enrollment;`,
		],
	];
	it.each(good)('nothing in %s %s', async (file, code) => {
		expect((await broken(file, code)).filter((rule) => rule.startsWith('house/'))).toEqual([]);
	});
});
