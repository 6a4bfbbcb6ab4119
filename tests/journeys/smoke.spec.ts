import { expect, expectAccessible, expectNoSidewaysScroll, test } from '../harness/journey.ts';

/** The first page stands: in both languages, accessible, and no wider than the window. */
test.describe('the first page', () => {
	for (const [language, tag] of [
		['en', 'en-US'],
		['es', 'es-US'],
	] as const) {
		test(`greets in ${tag}`, async ({ page }) => {
			const answer = await page.goto(`/?lang=${language}`);
			expect(answer?.status()).toBe(200);
			await expect(page.locator('html')).toHaveAttribute('lang', tag);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			await expectNoSidewaysScroll(page);
			await expectAccessible(page);
		});
	}
});

test.describe('a page that is not there', () => {
	test.use({ allowed: [/status of 404/] });
	test('says so without a word about why', async ({ page }) => {
		const answer = await page.goto('/o/nobody-is-called-this');
		expect(answer?.status()).toBe(404);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expectAccessible(page);
	});
});
