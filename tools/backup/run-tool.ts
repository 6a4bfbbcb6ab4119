import { isQueryError } from '../../src/lib/platform/log/log.ts';

/**
 * Runs a command-line tool: its result is the exit code; what goes wrong is said in words, without the values that
 * a query carried.
 */
export async function runTool(work: () => Promise<number>): Promise<never> {
	try {
		process.exit(await work());
	} catch (error) {
		const { message, cause } = error as Error;
		console.error(
			!isQueryError(error) ? message : cause instanceof Error ? cause.message : 'A query failed.',
		);
		if (process.env.LOG_LEVEL === 'debug') console.error(error);
		process.exit(1);
	}
}
