import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll } from '../../harness/journey.ts';

/** Looks at a page as it stands: nothing sideways, here and on the narrowest phone, and nothing that axe finds. */
export async function look(page: Page): Promise<void> {
	await expect(page.locator('h1')).toHaveCount(1);
	await expectNoSidewaysScroll(page);
	const size = page.viewportSize();
	if (size) {
		await page.setViewportSize({ width: 320, height: size.height });
		await expectNoSidewaysScroll(page);
		await page.setViewportSize(size);
	}
	await expectAccessible(page);
}
