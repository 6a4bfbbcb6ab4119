import type { Page } from '@playwright/test';
import type { CastMember } from '../../src/lib/demo/cast.ts';
import type { Locale } from '../../src/lib/platform/context.ts';
import { languageTag } from '../../src/lib/platform/i18n/locale.ts';
import { startApp } from '../harness/app.ts';
import { openDemoSite, type DemoSite } from './steps/demo-site.ts';
import { pagesOnDisk } from './steps/routes.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test as base } from './steps/workplace.ts';

/** Every page there is, at every width, in both languages, by day and by night. */

const test = base.extend<object, { site: DemoSite & { url: string } }>({
	site: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures it needs from this pattern
		async ({}, use) => {
			const app = await startApp();
			await use({ ...(await openDemoSite(app)), url: app.url });
			await app.remove();
		},
		{ scope: 'worker', timeout: 240_000 },
	],
	baseURL: ({ site }, use) => use(site.url),
});

type Reader = CastMember['part'] | 'finisher' | 'nobody';

/** Who looks at a page. A new page stands here, or the last test says so. */
const readers: Readonly<Record<string, Reader>> = {
	'': 'nobody',
	design: 'nobody',
	'o/[org]': 'nobody',
	'o/[org]/mail/[token]': 'nobody',
	'o/[org]/sign-in/[token]': 'nobody',
	'o/[org]/sign-in/sent': 'nobody',
	'o/[org]/tablet': 'nobody',
	'o/[org]/tablet/[code]': 'nobody',
	'o/[org]/speak-up': 'nobody',
	'o/[org]/speak-up/sent': 'nobody',
	'o/[org]/not-there': 'nobody',
	'o/[org]/app': 'learner',
	'o/[org]/app/account': 'handler',
	'o/[org]/app/account/facts': 'learner',
	'o/[org]/app/account/pin': 'learner',
	'o/[org]/privacy': 'nobody',
	'o/[org]/app/account/data': 'learner',
	'o/[org]/app/data': 'admin',
	'o/[org]/app/data/erasures/[erasure]': 'admin',
	'o/[org]/app/data/retention': 'admin',
	'o/[org]/app/learn/[enrollment]/[step]': 'learner',
	'o/[org]/app/learn/[enrollment]/done': 'finisher',
	'o/[org]/app/help': 'learner',
	'o/[org]/app/help/[topic]': 'admin',
	'o/[org]/app/set-up': 'admin',
	'o/[org]/app/keys': 'handler',
	'o/[org]/app/notes': 'handler',
	'o/[org]/app/courses': 'admin',
	'o/[org]/app/courses/[course]/steps/[step]': 'admin',
	'o/[org]/app/outbox': 'admin',
	'o/[org]/app/outbox/[mail]': 'admin',
	'o/[org]/app/people': 'admin',
	'o/[org]/app/people/new': 'admin',
	'o/[org]/app/people/[person]': 'admin',
	'o/[org]/app/people/[person]/changes/[kind]': 'admin',
	'o/[org]/app/people/[person]/corrections/[fact]': 'admin',
	'o/[org]/app/people/sites': 'admin',
	'o/[org]/app/people/sites/[site]': 'admin',
	'o/[org]/app/people/sites/[site]/merge': 'admin',
	'o/[org]/app/people/departments': 'admin',
	'o/[org]/app/people/departments/[department]': 'admin',
	'o/[org]/app/people/departments/[department]/merge': 'admin',
	'o/[org]/app/people/chart': 'admin',
	'o/[org]/app/people/duplicates': 'admin',
	'o/[org]/app/people/duplicates/[one]/[other]': 'admin',
	'o/[org]/app/people/duplicates/[one]/[other]/merge': 'admin',
	'o/[org]/app/people/cards': 'admin',
	'o/[org]/app/people/help/[person]': 'admin',
	'o/[org]/app/people/roles': 'admin',
	'o/[org]/app/people/tablets': 'admin',
	'o/[org]/app/people/import': 'admin',
	'o/[org]/app/people/import/[import]': 'admin',
	'o/[org]/app/people/import/[import]/columns': 'admin',
	'o/[org]/app/program': 'admin',
	'o/[org]/app/program/[course]': 'admin',
	'o/[org]/app/program/[course]/people': 'admin',
	'o/[org]/app/team': 'manager',
	'o/[org]/app/team/[leader]': 'admin',
	'o/[org]/app/program/launch': 'admin',
	'o/[org]/app/program/launches': 'admin',
	'o/[org]/app/program/launches/[launch]/end': 'admin',
};

/** What an address must ask to show anything. */
const asked: Readonly<Record<string, string>> = {
	'o/[org]/app/people/sites/[site]/merge': '?into=[otherSite]',
	'o/[org]/app/people/departments/[department]/merge': '?into=[otherDepartment]',
	'o/[org]/app/people/duplicates/[one]/[other]/merge': '?keep=[one]',
};

/** Addresses that take a form and show nothing themselves. */
const neverShown = [
	'demo',
	'o/[org]/app/account/data/correction',
	'o/[org]/app/account/data/erasure',
	'o/[org]/app/account/language',
	'o/[org]/app/account/name',
	'o/[org]/app/account/passkeys/removal',
	'o/[org]/app/account/session',
	'o/[org]/app/account/sessions',
	'o/[org]/app/courses/[course]/adoption',
	'o/[org]/app/data/corrections/[correction]',
	'o/[org]/app/data/erasures',
	'o/[org]/app/data/holds',
	'o/[org]/app/data/holds/[hold]',
	'o/[org]/app/people/[person]/language',
	'o/[org]/app/people/departments/new',
	'o/[org]/app/people/duplicates/[one]/[other]/different',
	'o/[org]/app/people/roles/end',
	'o/[org]/app/people/sites/new',
	'o/[org]/app/people/tablets/off',
];

interface Setting {
	readonly width: number;
	readonly language: Locale;
	readonly scheme: 'light' | 'dark';
}
const setting = (width: number, language: Locale, scheme: Setting['scheme']): Setting => ({
	width,
	language,
	scheme,
});

/** Every width, language and scheme with every other one. */
const settings = [
	setting(320, 'en', 'light'),
	setting(1280, 'es', 'dark'),
	setting(320, 'es', 'dark'),
	setting(1280, 'en', 'light'),
	setting(768, 'es', 'light'),
	setting(768, 'en', 'dark'),
] as const;
const others = [
	setting(320, 'en', 'dark'),
	setting(320, 'es', 'light'),
	setting(1280, 'en', 'dark'),
	setting(1280, 'es', 'light'),
	setting(768, 'en', 'light'),
	setting(768, 'es', 'dark'),
] as const;
const full = process.env.UPSTANDER_FULL !== undefined;

for (const [number, { width, language, scheme }] of [...settings, ...(full ? others : [])].entries()) {
	const what = `${width} px wide, in ${language === 'en' ? 'English' : 'Spanish'}, ${scheme}`;
	test.describe(what, { tag: number % 2 ? '@desk' : '@phone' }, () => {
		test.use({ allowed: [/status of 404/] });
		test('every page can be read', async ({ visitor, site }) => {
			// Each page is seen in two settings that differ in language and scheme; with UPSTANDER_FULL in all.
			const mine = Object.entries(readers).filter((_, index) => full || index % 3 === Math.floor(number / 2));
			const window = { width, height: 800 };
			for (const reader of new Set(mine.map(([, reader]) => reader))) {
				const page = await visitor({ viewport: window, colorScheme: scheme, locale: languageTag[language] });
				const enrollment = await comeAs(page, site, reader, language);
				for (const [path] of mine.filter(([, who]) => who === reader)) {
					await page.goto(addressOf(path, site, enrollment));
					await expectReadable(page, language);
					await page.setViewportSize(window);
				}
			}
		});
	});
}

test.describe('of all pages', { tag: '@phone' }, () => {
	test('none is left out', async ({ site }) => {
		expect(pagesOnDisk()).toEqual(
			[...Object.keys(readers), ...neverShown].filter((path) => path !== 'o/[org]/not-there').sort(),
		);
		const admin = await site.session('admin', 'en');
		for (const path of neverShown) {
			const answer = await fetch(new URL(addressOf(path, site), site.url), {
				headers: { cookie: admin },
				redirect: 'manual',
			});
			expect(answer.status, path).toBe(303);
		}
	});
});

/** @returns the enrollment of whoever that is, if they have one */
async function comeAs(page: Page, site: DemoSite, reader: Reader, language: Locale): Promise<string> {
	if (reader === 'nobody') return '';
	const finisher = reader === 'finisher' ? await site.finisher(language) : undefined;
	const session = finisher?.session ?? (await site.session(reader as CastMember['part'], language));
	const [name = '', value = ''] = session.split(/=(.*)/);
	await page
		.context()
		.addCookies([{ name, value, domain: 'localhost', path: `${site.door}/app`, httpOnly: true }]);
	return finisher?.enrollment ?? site.ids.enrollment;
}

function addressOf(path: string, site: DemoSite, enrollment = ''): string {
	const ids = { ...site.ids, ...(enrollment && { enrollment }) } as Readonly<Record<string, string>>;
	return `/${path.replace('o/[org]', site.door.slice(1))}${asked[path] ?? ''}`.replace(
		/\[(\w+)\]/g,
		(_, name: string) => ids[name] ?? name,
	);
}

/** Has a name, a headline and the right language, breaks no rule, and is never wider than its window. */
async function expectReadable(page: Page, language: Locale): Promise<void> {
	// The page of samples shows the headlines of several pages.
	if (!page.url().endsWith('/design')) await expect(page.locator('h1'), page.url()).toHaveCount(1);
	await expect(page).toHaveTitle(/\S/);
	await expect(page.locator('html')).toHaveAttribute('lang', languageTag[language]);
	await expectAccessible(page);
	// The last one is 1280 by 1024 at 400 %.
	for (const [width, height] of [
		[1280, 800],
		[768, 800],
		[320, 800],
		[320, 256],
	] as const) {
		await page.setViewportSize({ width, height });
		await expectNoSidewaysScroll(page);
	}
}
