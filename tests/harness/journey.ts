import {
	test as base,
	expect,
	type BrowserContext,
	type BrowserContextOptions,
	type Page,
} from '@playwright/test';
import { startApp, type RunningApp } from './app.ts';
import { listen } from './silence.ts';

export { expect };
export { expectAccessible, expectNoSidewaysScroll } from './accessible.ts';

interface TestFixtures {
	/** What a browser may say in this test, such as `[/status of 404/]` where a page is meant to be missing. */
	allowed: RegExp[];
	/** Opens a page for somebody else: another browser with cookies of its own, listened to as well. */
	visitor: (browser?: BrowserContextOptions) => Promise<Page>;
}

interface WorkerFixtures {
	/** The real app with a database of its own, shared by the tests of one worker and empty at first. */
	app: RunningApp;
}

/**
 * Playwright's `test` with the real app behind it. Silence is asserted: a console error, a warning or an uncaught
 * error in any page fails the test, and so does an error in the app's log.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
	app: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures it needs from this pattern
		async ({}, use) => {
			const app = await startApp();
			await use(app);
			await app.remove();
		},
		{ scope: 'worker', timeout: 240_000 },
	],
	allowed: [[], { option: true }],
	baseURL: ({ app }, use) => use(app.url),
	context: async ({ context, app, allowed }, use) => {
		const browser = listen(context);
		const log = app.output().length;
		await use(context);
		expect(browser.broken(allowed), 'the browser was not silent').toEqual([]);
		expect(errorsIn(app.output().slice(log)), 'the app was not silent').toEqual([]);
	},
	visitor: async ({ browser, baseURL, allowed }, use) => {
		const opened: { context: BrowserContext; heard: ReturnType<typeof listen> }[] = [];
		await use(async (options) => {
			const context = await browser.newContext({
				baseURL,
				locale: 'en-US',
				reducedMotion: 'reduce',
				...options,
			});
			opened.push({ context, heard: listen(context) });
			return context.newPage();
		});
		for (const { context } of opened) await context.close();
		const said = opened.flatMap(({ heard }) => heard.broken(allowed));
		expect(said, "another visitor's browser was not silent").toEqual([]);
	},
});

/** Lines that the app logged as errors or worse. */
function errorsIn(output: string): string[] {
	return output.split('\n').filter((line) => /^\{"level":[56]0,/.test(line));
}
