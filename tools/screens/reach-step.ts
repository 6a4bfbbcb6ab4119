import type { Page } from 'playwright-core';

/** From the page "Today" into the course, answering as it comes, until this step (or `done`) is on the screen. */
export async function reachStep(page: Page, step: string): Promise<void> {
	await page.locator('main a[href*="/learn/"]').first().click();
	await page.waitForURL(/\/learn\/[^/]+\/[^/]+/);
	for (let acts = 0; acts < 80; acts += 1) {
		await page.waitForLoadState('networkidle');
		if (new URL(page.url()).pathname.endsWith(`/${step}`)) return;
		await act(page);
	}
	throw new Error(`The step ${step} was not reached; the last page was ${page.url()}`);
}

/** The next thing to do: answer what is asked, else go on. */
async function act(page: Page): Promise<void> {
	const main = page.locator('main');
	const options = main.locator('form input[name=option]:not([disabled])');
	const choices = main.locator('form button[name=option]');
	const before = await main.innerText();
	if (await options.count()) {
		await options.first().check({ force: true });
		await options.first().evaluate((input: HTMLInputElement) => input.form?.requestSubmit());
	} else if (await choices.count()) await choices.first().click();
	else await main.locator('form:has(input[name=next]) button, a.btn.main').last().click();
	// An answer is stored without loading the page anew.
	await page.waitForFunction((words) => document.querySelector('main')?.innerText !== words, before);
}
