import type { Locator, Page } from '@playwright/test';
import { expect } from '../../harness/journey.ts';

/** How somebody presses things. */
export interface Hands {
	/** Presses a button or follows a link. */
	press(what: Locator): Promise<void>;
	/** Marks a radio button or a box. */
	mark(what: Locator): Promise<void>;
}

export const mouse: Hands = {
	press: (what) => what.click(),
	mark: (what) => what.check(),
};

export const fingers: Hands = {
	press: (what) => what.tap(),
	mark: (what) => what.locator('xpath=ancestor::label[1]').tap(),
};

/** Tab, Shift, Space, Enter and the arrows, and nothing else; where the focus is, can be seen. */
export function keys(page: Page): Hands {
	return {
		async press(what) {
			await walkTo(page, what);
			await page.keyboard.press('Enter');
		},
		async mark(what) {
			const radio = (await what.getAttribute('type')) === 'radio';
			// Radio buttons are one stop for Tab; the arrows choose among them.
			await walkTo(page, radio ? what.page().locator('input[type=radio]:focus') : what);
			if (radio)
				for (let moves = 0; !(await has(what)) && moves < 9; moves += 1)
					await page.keyboard.press('ArrowDown');
			if (!(await what.isChecked())) await page.keyboard.press('Space');
			await expect(what).toBeChecked();
			await expectFocusVisible(page);
		},
	};
}

const has = (what: Locator) => what.evaluate((element) => element === document.activeElement);

async function walkTo(page: Page, what: Locator): Promise<void> {
	for (let stops = 0; stops < 60; stops += 1) {
		if ((await what.count()) > 0 && (await has(what.first()))) return expectFocusVisible(page);
		await page.keyboard.press('Tab');
	}
	throw new Error(`Sixty stops of Tab do not reach ${what}.`);
}

/** Something around the focus is drawn: on the element, or on the row it stands in. */
async function expectFocusVisible(page: Page): Promise<void> {
	const drawn = await page.evaluate(() => {
		const focused = document.activeElement;
		return [focused, focused?.closest('label')].some(
			(element) =>
				element &&
				parseFloat(getComputedStyle(element).outlineWidth) >= 2 &&
				getComputedStyle(element).outlineStyle !== 'none',
		);
	});
	expect(drawn, 'where the focus is, can be seen').toBe(true);
}
