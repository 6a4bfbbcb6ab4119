import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Fails with every rule of WCAG 2.2 AA (and axe's own good practice) that the page breaks, and where. */
export async function expectAccessible(page: Page): Promise<void> {
	await page.evaluate(runTimersWithoutScripts);
	// Our pages hold no frames, so axe need not gather its results in a second page: half the time.
	const { violations } = await new AxeBuilder({ page }).withTags(rules).setLegacyMode(true).analyze();
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
