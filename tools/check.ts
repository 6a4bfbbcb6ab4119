import { parseArgs } from 'node:util';
import { indent, plain } from './testing/outcome.ts';
import { runProgram, type Ended } from './testing/run-program.ts';

/**
 * `npm run check`: everything that must be true of a change, the same here and in CI. Every step runs, also after one
 * that failed; what failed says why. `--no-tests` leaves the tests out.
 */
interface Step {
	readonly name: string;
	/** Programs with their arguments, one after another until one fails. */
	readonly programs: readonly (readonly [program: string, ...args: string[]])[];
}

const bin = {
	prettier: 'node_modules/prettier/bin/prettier.cjs',
	eslint: 'node_modules/eslint/bin/eslint.js',
	svelteCheck: 'node_modules/svelte-check/bin/svelte-check',
};

const { values } = parseArgs({ options: { 'no-tests': { type: 'boolean' } } });

const steps: Step[] = [
	{ name: 'prepare', programs: [['tools/compile-messages.ts'], ['tools/sync-kit.ts']] },
	{ name: 'format', programs: [[bin.prettier, '--check', '.']] },
	{ name: 'lint', programs: [[bin.eslint, '.', '--max-warnings', '0']] },
	{
		name: 'types',
		programs: [[bin.svelteCheck, '--tsconfig', 'tsconfig.json', '--fail-on-warnings', '--output', 'human']],
	},
	{ name: 'arrows', programs: [['tools/check-arrows.ts']] },
	{ name: 'translations', programs: [['tools/check-translations.ts']] },
	{ name: 'content', programs: [['tools/check-content.ts']] },
	{ name: 'migrations', programs: [['tools/check-migrations.ts']] },
	{ name: 'docs', programs: [['tools/write-docs.ts', '--check']] },
	...(values['no-tests'] ? [] : [{ name: 'tests', programs: [['tools/test.ts']] } satisfies Step]),
];

const failed: string[] = [];
for (const step of steps) {
	const start = performance.now();
	const { good, said } = await run(step);
	const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(5);
	console.log(`${good ? '✓' : '✗'} ${step.name.padEnd(13)}${seconds} s`);
	if (!good) {
		failed.push(step.name);
		console.log(`${indent(plain(said).trim())}\n`);
	}
}
console.log(
	failed.length === 0 ? `\nAll ${steps.length} steps are good.` : `\nNot good: ${failed.join(', ')}.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;

async function run({ programs }: Step): Promise<{ good: boolean; said: string }> {
	let ended: Ended | undefined;
	for (const [program, ...args] of programs) {
		ended = await runProgram(program, args, { patienceMs: 20 * 60_000, keepSettings: true });
		if (ended.code !== 0) break;
	}
	return { good: ended?.code === 0, said: ended?.said ?? '' };
}
