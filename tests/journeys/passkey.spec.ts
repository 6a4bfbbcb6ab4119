import { look } from './steps/look.ts';
import { insertPasskeyDevice } from './steps/passkey-device.ts';
import { followLink } from './steps/sign-in.ts';
import { expect, test } from './steps/workplace.ts';

/** From a link once, to one's own fingerprint from then on. */
test.describe('with a passkey', { tag: '@phone' }, () => {
	test.use({ allowed: [/status of 40[13]/] });

	test('one signs in without a mail, until it is removed', async ({ page, workplace, words, language }) => {
		await insertPasskeyDevice(page);
		const someone = await workplace.newcomer(language);
		await followLink(page, someone.invitation, words);
		await page.goto(`${workplace.door}/app/account`);
		await page.getByLabel(words.account_passkey_name()).fill('My phone');
		await page.getByRole('button', { name: words.account_passkey_add() }).click();
		await expect(page.getByText(words.account_passkey_added())).toBeVisible();
		await expect(page.getByRole('heading', { name: 'My phone' })).toBeVisible();
		await look(page);

		await page.getByRole('button', { name: words.account_end_all() }).click();
		await expect(page).toHaveURL((url) => url.pathname === workplace.door);
		const knock = () => page.getByRole('button', { name: words.sign_in_passkey() }).click();
		await look(page);
		await knock();
		await expect(page).toHaveURL((url) => url.pathname === `${workplace.door}/app`);
		await expect(page.getByText(words.learning_today_greeting({ name: someone.givenName }))).toBeVisible();

		await page.goto(`${workplace.door}/app/account`);
		await expect(page.getByText(words.account_way_passkey())).toBeVisible();
		await page.getByRole('button', { name: words.account_passkey_remove({ name: 'My phone' }) }).click();
		await expect(page.getByText(words.account_passkeys_none())).toBeVisible();
		await page.getByRole('button', { name: words.account_session_end_own(), exact: true }).click();
		await knock();
		await expect(page.getByText(words.sign_in_passkey_failed())).toBeVisible();
		expect((await page.goto(`${workplace.door}/app`))?.status()).toBe(401);
	});
});
