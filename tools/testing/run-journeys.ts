import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/lib/platform/config/project-root.ts';
import { brief, crash, indent, nothing, plain, sum, type Outcome } from './outcome.ts';
import { runProgram, type HowToRun } from './run-program.ts';

interface PlaywrightReport {
	readonly suites: readonly Suite[];
	readonly errors: readonly PlaywrightError[];
}
interface Suite {
	readonly title: string;
	readonly suites?: readonly Suite[];
	readonly specs: readonly {
		readonly title: string;
		readonly file: string;
		readonly line: number;
		readonly tests: readonly {
			readonly projectName: string;
			readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
			readonly results: readonly { readonly errors: readonly PlaywrightError[] }[];
		}[];
	}[];
}
interface PlaywrightError {
	readonly message?: string;
	readonly snippet?: string;
	readonly stack?: string;
}

/**
 * Runs the journeys in a real browser.
 * @param folder where the report may be written
 * @param filter part of a file's path; empty for all
 */
export async function runJourneys(
	folder: string,
	filter: readonly string[],
	how: HowToRun,
): Promise<Outcome> {
	const file = join(folder, 'journeys.json');
	const playwright = join(projectRoot, 'node_modules/@playwright/test/cli.js');
	const args = ['test', '--reporter=json', '--pass-with-no-tests', ...filter];
	const env = { ...how.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
	const { code, said, timedOut } = await runProgram(playwright, args, { ...how, env });
	if (timedOut) return crash('Playwright ran out of time', plain(said));
	if (!existsSync(file)) return code === 0 ? nothing : crash(`Playwright broke down (${code})`, plain(said));
	const report = JSON.parse(readFileSync(file, 'utf8')) as PlaywrightReport;
	const outcome = sum([
		...report.suites.map((suite) => readSuite(suite, [])),
		...report.errors.map((error) => crash('Playwright', words(error))),
	]);
	if (code !== 0 && outcome.failed === 0)
		return sum([outcome, crash(`Playwright ended with ${code}`, plain(said))]);
	return outcome;
}

function readSuite(suite: Suite, above: readonly string[]): Outcome {
	const specs = suite.specs.flatMap((spec) =>
		spec.tests.map(({ projectName, status, results }): Outcome => {
			if (status === 'expected') return { ...nothing, passed: 1 };
			if (status === 'skipped') return { ...nothing, skipped: 1 };
			const title = [...above, spec.title].join(' › ');
			const errors = results.flatMap((result) => result.errors.map(words));
			const place = `tests/journeys/${spec.file}:${spec.line}`;
			return {
				...nothing,
				failed: 1,
				failures: [`✗ ${place} [${projectName}] › ${title}\n${indent(errors.join('\n'))}`],
			};
		}),
	);
	const inner = (suite.suites ?? []).map((child) => readSuite(child, [...above, child.title]));
	return sum([...specs, ...inner]);
}

function words({ message, snippet, stack }: PlaywrightError): string {
	return [brief(plain(message ?? stack ?? 'an error without words')), brief(plain(snippet ?? ''))]
		.join('\n')
		.trim();
}
