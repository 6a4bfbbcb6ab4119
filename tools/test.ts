import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfNeeded } from '../src/server/build-if-needed.ts';
import { compileMessages } from './compile-messages.ts';
import { syncKit } from './sync-kit.ts';
import { closingLine, crash, isGood, sum, type Outcome } from './testing/outcome.ts';
import { runJourneys } from './testing/run-journeys.ts';
import { runUnitTests } from './testing/run-unit-tests.ts';

/**
 * `npm test [-- words]`: unit tests, then journeys in a browser, both or one (`--unit`, `--journeys`), all or those
 * whose path holds one of the words. With `--full` also what takes long, and with DATABASE_URL everything a second time on
 * that server, named by an administrator. The last line is always `N passed, N failed, N skipped`.
 */
const { values, positionals: filter } = parseArgs({
	allowPositionals: true,
	options: { full: { type: 'boolean' }, unit: { type: 'boolean' }, journeys: { type: 'boolean' } },
});
const both = !values.unit && !values.journeys;
const patienceMs = (values.full ? 90 : 12) * 60_000;
const folder = mkdtempSync(join(tmpdir(), 'upstander-test-'));

const outcome = await runAll();
rmSync(folder, { recursive: true, force: true });
if (outcome.failures.length > 0) console.log(`\n${outcome.failures.join('\n\n')}\n`);
// A pipe takes its time: leaving before it has taken everything would lose the line that matters.
process.stdout.write(`${closingLine(outcome)}\n`, () => process.exit(isGood(outcome) ? 0 : 1));

async function runAll(): Promise<Outcome> {
	const prepared = await timed('messages and pages', prepare);
	const server = values.full ? process.env.DATABASE_URL : undefined;
	const full: Record<string, string> = values.full ? { UPSTANDER_FULL: '1' } : {};
	const first = await runOnce('', full);
	const second = server ? await runOnce(' on DATABASE_URL', { ...full, TEST_DATABASE_URL: server }) : [];
	return sum([prepared, ...first, ...second]);
}

/** Compiles and builds first, so that no two tests do it at once. */
async function prepare(): Promise<Outcome> {
	try {
		await compileMessages();
		await syncKit();
		await buildIfNeeded();
		return sum([]);
	} catch (error) {
		return crash('The pages could not be built', (error as Error).message);
	}
}

async function runOnce(where: string, env: Record<string, string>): Promise<Outcome[]> {
	const how = { env, patienceMs };
	const outcomes: Outcome[] = [];
	if (both || values.unit)
		outcomes.push(await timed(`unit tests${where}`, () => runUnitTests(folder, filter, how)));
	if (both || values.journeys)
		outcomes.push(await timed(`journeys${where}`, () => runJourneys(folder, filter, how)));
	return outcomes;
}

async function timed(what: string, work: () => Promise<Outcome>): Promise<Outcome> {
	const start = performance.now();
	const result = await work();
	const seconds = ((performance.now() - start) / 1000).toFixed(1);
	console.log(`${what}: ${closingLine(result)} (${seconds} s)`);
	return result;
}
