import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The engine that `@axe-core/playwright` brings. Driving it ourselves takes a tenth of the time: our pages have no frames. */
const engine = readFileSync(
	createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve(
		'axe-core/axe.min.js',
	),
	'utf8',
);

/** Fails with every rule of WCAG 2.2 AA (and axe's own good practice) that the page breaks, and where. */
export async function expectAccessible(page: Page): Promise<void> {
	await page.evaluate(runTimersWithoutScripts);
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(engine);
	expect(await page.locator('iframe').count(), 'pages without frames').toBe(0);
	const violations = await page.evaluate(findViolations, rules);
	const broken = violations.map(({ id, help, nodes }) => {
		const where = nodes
			.slice(0, 5)
			.map(
				({ target, failureSummary }) =>
					`   ${target.join(' ')}\n      ${failureSummary?.replaceAll('\n', '\n      ')}`,
			);
		return `${id}: ${help}\n${where.join('\n')}`;
	});
	expect(broken, `${page.url()} is not accessible:\n${broken.join('\n')}`).toEqual([]);
}

/** Runs in the page. */
async function findViolations(values: string[]): Promise<AxeResults['violations']> {
	const { axe } = window as unknown as { axe: typeof import('axe-core') };
	const found = await axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
	return found.violations;
}

/** Fails when the page can be scrolled sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
	const { content, window } = await page.evaluate(() => ({
		content: document.documentElement.scrollWidth,
		window: document.documentElement.clientWidth,
	}));
	expect(content, `${page.url()} is wider than its window`).toBeLessThanOrEqual(window);
}

/**
 * In a page without scripts timers never fire and axe would wait forever: there the short ones run at once, and the
 * long ones, which only give up, not at all. Runs in the page.
 */
function runTimersWithoutScripts(): void {
	const probe = document.createElement('noscript');
	probe.innerHTML = '<b></b>';
	if (probe.firstElementChild === null) return; // with scripts, what is inside is text
	const now = ((run: () => void, delay = 0) => {
		if (delay < 1000) void Promise.resolve().then(run);
		return 0;
	}) as typeof window.setTimeout;
	window.setTimeout = now;
}
