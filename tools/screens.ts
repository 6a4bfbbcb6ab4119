import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { cast } from '../src/lib/demo/cast.ts';
import { projectRoot } from '../src/lib/platform/config/project-root.ts';
import { locales } from '../src/lib/platform/i18n/locale.ts';
import { startApp, type RunningApp } from '../tests/harness/app.ts';
import { findBrowser } from '../tests/harness/browser.ts';
import { screenRoutes, type ScreenRoute } from './screens-routes.ts';
import { changedRoutes } from './screens/changed-routes.ts';

/**
 * `npm run screens [-- words]`: pictures of the pages that changed since the last commit, into `screens/`, which git
 * ignores; with `--all` of every page in `screens-routes.ts`; with words, of those whose name holds one of them. Each
 * on three widths, light and dark, in both languages. Fails when a page can be scrolled sideways.
 */
const widths = [320, 768, 1280];
const themes = ['light', 'dark'] as const;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { all: { type: 'boolean' } } });
const routes =
	positionals.length > 0
		? screenRoutes.filter(({ name }) => positionals.some((word) => name.includes(word)))
		: values.all
			? screenRoutes
			: changedRoutes(screenRoutes);
const folder = join(projectRoot, 'screens');
const tooWide: string[] = [];
let taken = 0;

if (routes.length === 0) console.log('No page has changed since the last commit; --all takes every one.');
else await takeAll();
for (const name of tooWide) console.log(`${name} can be scrolled sideways`);
console.log(`${taken} pictures in screens/, ${tooWide.length} too wide`);
process.exitCode = tooWide.length > 0 ? 1 : 0;

async function takeAll(): Promise<void> {
	mkdirSync(folder, { recursive: true });
	const app = await startApp();
	const found = await findBrowser();
	const browser = await chromium.launch({
		...found,
		env: { ...(process.env as Record<string, string>), ...found.env },
	});
	try {
		for (const route of routes.filter(({ empty }) => empty)) await takeRoute(browser, app, route, '');
		const demo = await openDemo(browser, app);
		for (const route of routes.filter(({ empty }) => !empty)) await takeRoute(browser, app, route, demo);
	} finally {
		await browser.close();
		await app.remove();
	}
}

/** Builds the demo organization by the form on the first page. @returns its path, such as `/o/aldervale-care` */
async function openDemo(browser: Browser, app: RunningApp): Promise<string> {
	const page = await browser.newPage({ baseURL: app.url });
	await page.goto('/');
	await page.locator('form[action^="/demo"] button').click();
	await page.waitForURL(/\/o\//);
	const { pathname } = new URL(page.url());
	await page.close();
	return pathname;
}

async function takeRoute(browser: Browser, app: RunningApp, route: ScreenRoute, demo: string): Promise<void> {
	const context = await browser.newContext({
		baseURL: app.url,
		reducedMotion: 'reduce',
		timezoneId: 'America/New_York',
	});
	const page = await context.newPage();
	if (route.as) await become(context, app, demo, route.as);
	let path = route.path.startsWith('//') ? route.path.slice(1) : demo + route.path;
	if (route.reach) {
		await page.goto(path);
		await route.reach(page);
		path = new URL(page.url()).pathname;
	}
	for (const language of locales) {
		// Who has signed in reads the language of their account; others name it.
		if (route.as) await post(context, app, `${demo}/app/account/language`, { language });
		await page.goto(route.as ? path : `${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
		for (const colorScheme of themes) {
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			for (const width of widths)
				await take(page, width, `${route.name}-${width}-${colorScheme}-${language}`);
		}
	}
	if (route.as) await post(context, app, `${demo}/app/account/language`, { language: 'en' });
	await context.close();
	console.log(route.name);
}

async function take(page: Page, width: number, name: string): Promise<void> {
	await page.setViewportSize({ width, height: width < 600 ? 700 : 900 });
	await page.waitForLoadState('networkidle');
	const wide = await page.evaluate(async () => {
		await document.fonts.ready;
		return document.documentElement.scrollWidth > document.documentElement.clientWidth;
	});
	if (wide) tooWide.push(name);
	await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true, animations: 'disabled' });
	taken += 1;
}

/** Becomes somebody of the cast, as the form of the demo's bar does. */
async function become(context: BrowserContext, app: RunningApp, demo: string, part: string): Promise<void> {
	const member = cast.find((someone) => someone.part === part);
	if (!member) throw new Error(`Nobody of the cast is the ${part}.`);
	await post(context, app, `${demo}/cast`, { number: member.number });
}

async function post(
	context: BrowserContext,
	app: RunningApp,
	path: string,
	form: Record<string, string>,
): Promise<void> {
	const headers = { origin: app.url, accept: 'text/html' };
	const answer = await context.request.post(path, { form, headers });
	if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}`);
}
