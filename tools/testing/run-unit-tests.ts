import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { projectRoot } from '../../src/lib/platform/config/project-root.ts';
import { brief, crash, indent, nothing, plain, sum, type Outcome } from './outcome.ts';
import { runProgram, type HowToRun } from './run-program.ts';

interface VitestReport {
	readonly success: boolean;
	readonly numPassedTests: number;
	readonly numPendingTests: number;
	readonly numTodoTests: number;
	readonly testResults: readonly {
		readonly name: string;
		readonly status: string;
		readonly message: string;
		readonly assertionResults: readonly {
			readonly fullName: string;
			readonly status: string;
			readonly failureMessages: readonly string[] | null;
		}[];
	}[];
}

/**
 * Runs Vitest over `src/` and `tests/`.
 * @param folder where the report may be written
 * @param filter part of a file's path; empty for all
 */
export async function runUnitTests(
	folder: string,
	filter: readonly string[],
	how: HowToRun,
): Promise<Outcome> {
	const file = join(folder, 'unit.json');
	const vitest = join(projectRoot, 'node_modules/vitest/vitest.mjs');
	const args = ['run', '--reporter=json', `--outputFile=${file}`, '--passWithNoTests', ...filter];
	const { code, said, timedOut } = await runProgram(vitest, args, how);
	if (timedOut) return crash('Vitest ran out of time', plain(said));
	if (!existsSync(file)) return code === 0 ? nothing : crash(`Vitest broke down (${code})`, plain(said));
	const outcome = read(JSON.parse(readFileSync(file, 'utf8')) as VitestReport);
	// All tests may pass while something else went wrong: an error after a test, a teardown.
	if (code !== 0 && outcome.failed === 0)
		return sum([outcome, crash(`Vitest ended with ${code}`, plain(said))]);
	return outcome;
}

function read(report: VitestReport): Outcome {
	const failures: string[] = [];
	for (const { name, status, message, assertionResults } of report.testResults) {
		const file = relative(projectRoot, name);
		const failed = assertionResults.filter((test) => test.status === 'failed');
		for (const { fullName, failureMessages } of failed) {
			failures.push(`✗ ${file} › ${fullName}\n${indent(shorten((failureMessages ?? []).join('\n')))}`);
		}
		// A file that could not be loaded has no tests to fail.
		if (status === 'failed' && failed.length === 0) failures.push(`✗ ${file}\n${indent(shorten(message))}`);
	}
	return {
		passed: report.numPassedTests,
		failed: failures.length,
		skipped: report.numPendingTests + report.numTodoTests,
		failures,
	};
}

/** Without colors and without the frames of the runner itself. */
function shorten(message: string): string {
	const lines = plain(message)
		.split('\n')
		.filter((line) => !/^\s+at .*(node_modules|node:internal)/.test(line));
	return brief(lines.join('\n').replaceAll(`${projectRoot}/`, '').replaceAll('file://', ''));
}
