import type { Page } from '@playwright/test';
import type { MailServer } from '../../harness/mail-server.ts';
import type { Words } from './words.ts';
import { expect, type Workplace } from './workplace.ts';

/** Opens the link of a mail and presses the button on its page. */
export async function followLink(page: Page, link: string, words: Words): Promise<void> {
	await page.goto(link);
	await page.getByRole('button', { name: words.sign_in_confirm(), exact: true }).click();
	await expect(page).toHaveURL(/\/app$/);
}

/** Asks for a link at the organization's door. */
export async function askForLink(page: Page, door: string, email: string, words: Words): Promise<void> {
	await page.goto(door);
	await page.getByLabel(words.sign_in_email()).fill(email);
	await page.getByRole('button', { name: words.sign_in_submit() }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.sign_in_sent_title());
}

/** Signs somebody in by a link that they ask for. */
export async function signIn(
	page: Page,
	workplace: Pick<Workplace, 'door'>,
	email: string,
	mails: MailServer,
	words: Words,
): Promise<void> {
	const before = mails.mails.length;
	await askForLink(page, workplace.door, email, words);
	await expect.poll(() => mails.mails.slice(before).some(({ to }) => to.includes(email))).toBe(true);
	const { link } = await mails.mailTo(email);
	await followLink(page, link ?? '', words);
}

/** Signs the founder in on this browser. */
export async function signInFounder(page: Page, { door, founderSession }: Workplace): Promise<void> {
	const [name = '', value = ''] = founderSession.split(/=(.*)/);
	await page
		.context()
		.addCookies([{ name, value, domain: 'localhost', path: `${door}/app`, httpOnly: true }]);
}
