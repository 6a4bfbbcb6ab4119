import { defineConfig } from '@playwright/test';
import { findBrowser } from './tests/harness/browser.ts';

// Every worker reads this file; the first process finds the browser, and the others are told.
process.env.UPSTANDER_BROWSER ??= JSON.stringify(await findBrowser());
const browser = JSON.parse(process.env.UPSTANDER_BROWSER) as Awaited<ReturnType<typeof findBrowser>>;

/** Journeys across areas in a real browser, once on a phone and once at a desk. `tools/test.ts` names the reporter. */
export default defineConfig({
	testDir: 'tests/journeys',
	outputDir: 'test-results',
	fullyParallel: false,
	workers: 2,
	retries: 0,
	forbidOnly: Boolean(process.env.CI),
	// A busy machine makes a journey long, not wrong.
	timeout: 120_000,
	expect: { timeout: 15_000 },
	use: {
		launchOptions: { ...browser, env: { ...(process.env as Record<string, string>), ...browser.env } },
		locale: 'en-US',
		timezoneId: 'America/New_York',
		trace: 'off',
		video: 'off',
		screenshot: 'off',
		reducedMotion: 'reduce',
	},
	projects: [
		// A test tagged with one of the two runs there alone.
		{
			name: 'phone',
			grepInvert: /@desk\b/,
			use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
		},
		{ name: 'desk', grepInvert: /@phone\b/, use: { viewport: { width: 1280, height: 800 } } },
	],
});
