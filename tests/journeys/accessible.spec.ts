import { expect, expectAccessible, test } from '../harness/journey.ts';

/** The control: what the other journeys trust in, finds what is broken, also where no scripts run. */
for (const javaScriptEnabled of [true, false]) {
	test.describe(`${javaScriptEnabled ? 'with' : 'without'} JavaScript`, { tag: '@desk' }, () => {
		test.use({ javaScriptEnabled });
		test('a picture without words and pale words are found', async ({ page }) => {
			await page.goto('/');
			await expectAccessible(page);
			await page.locator('h1').evaluate((headline) => {
				headline.insertAdjacentHTML('afterend', '<img src="/favicon.svg"><p id="pale">pale words</p>');
				(headline.parentElement?.querySelector('#pale') as HTMLElement).style.color = '#eee';
			});
			const found = await expectAccessible(page).then(
				() => '',
				(error: Error) => error.message,
			);
			expect(found).toContain('image-alt');
			expect(found).toContain('color-contrast');
		});
	});
}
