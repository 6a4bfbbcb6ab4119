import { look } from './steps/look.ts';
import { askForLink, followLink, signIn } from './steps/sign-in.ts';
import { along, waysOf } from './steps/ways.ts';
import { wordsIn } from './steps/words.ts';
import { expect, test } from './steps/workplace.ts';

/** Who gets in, where they are signed in, and how they get out. */

for (const way of waysOf(1)) {
	const { name, details, settings } = along(way);
	test.describe(name, details, () => {
		test.use({ ...settings, allowed: [/status of 40[014]/] });

		test('known and unknown addresses are answered alike', async ({
			page,
			workplace,
			mails,
			words,
			language,
		}) => {
			await page.goto(workplace.door);
			await look(page);
			const someone = await workplace.newcomer(language === 'en' ? 'es' : 'en');
			const mailsTo = (address: string) => mails.mails.filter(({ to }) => to.includes(address));
			const unknown = 'nobody.at.all@harbor.example';
			const answers: string[] = [];
			for (const email of [unknown, someone.email]) {
				await askForLink(page, workplace.door, email, words);
				answers.push(`${page.url()} ${await page.locator('main').innerText()}`);
			}
			expect(answers[0]).toBe(answers[1]);
			await look(page);

			// The mail speaks its reader's language, whatever the browser's is; the other address got none.
			const theirs = wordsIn(someone.language);
			await expect.poll(() => mailsTo(someone.email).length).toBe(2); // the first asked them to take the course
			expect(mailsTo(unknown)).toEqual([]);
			const mail = await mails.mailTo(someone.email);
			expect(mail.subject).toBe(theirs.mail_sign_in_subject({ org: workplace.name }));
			const body = theirs.mail_sign_in_body({
				name: someone.givenName,
				org: workplace.name,
				link: mail.link,
			});
			expect(mail.text.trim().split(/\s+/)).toEqual(body.trim().split(/\s+/));

			await page.goto(workplace.door);
			await page
				.locator('form', { has: page.getByLabel(words.sign_in_email()) })
				.evaluate((form: HTMLFormElement) => (form.noValidate = true));
			await page.getByLabel(words.sign_in_email()).fill('grace(at)harbor');
			await page.getByRole('button', { name: words.sign_in_submit() }).click();
			await expect(page.getByText(words.sign_in_error())).toBeVisible();
			await expect(page.getByLabel(words.sign_in_email())).toHaveValue('grace(at)harbor');
			await look(page);
		});

		test('another device is signed out from here, then this one', async ({
			page,
			visitor,
			workplace,
			mails,
			words,
			language,
		}) => {
			const someone = await workplace.newcomer(language);
			await followLink(page, someone.invitation, words);
			const other = await visitor({ javaScriptEnabled: way.scripts, locale: language });
			await signIn(other, workplace, someone.email, mails, words);

			await page.goto(`${workplace.door}/app/account`);
			const devices = page
				.getByRole('region', { name: words.account_sessions() })
				.getByRole('listitem')
				.filter({ has: page.getByRole('heading', { level: 3 }) });
			await expect(devices).toHaveCount(2);
			await look(page);
			await page.getByRole('button', { name: words.account_session_end(), exact: true }).click();
			await expect(devices).toHaveCount(1);
			await other.getByRole('link', { name: words.account_nav(), exact: true }).click();
			await expect(other.getByRole('heading', { level: 1 })).toHaveText(words.error_sign_in_title());
			await look(other);

			await page.getByRole('button', { name: words.account_session_end_own(), exact: true }).click();
			await expect(page).toHaveURL((url) => url.pathname === workplace.door);
			expect((await page.goto(`${workplace.door}/app`))?.status()).toBe(401);
			await page.goBack();
			await expect(page.getByText(words.learning_today_greeting({ name: someone.givenName }))).toHaveCount(0);
		});

		test('a session is kept from scripts and ends at the organization', async ({
			page,
			context,
			workplace,
			demoDoor,
			words,
			language,
		}) => {
			await followLink(page, (await workplace.newcomer(language)).invitation, words);
			const cookies = await context.cookies();
			expect(cookies.length).toBe(1);
			expect(cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: `${workplace.door}/app` });
			expect(cookies[0]?.value).toMatch(/^[\w-]{40,}$/);
			await context.addCookies(
				cookies.map(({ name, value, domain }) => ({ name, value, domain, path: `${demoDoor}/app` })),
			);
			expect((await page.goto(`${demoDoor}/app`))?.status()).toBe(401);
			expect((await page.goto(`${workplace.door}/app`))?.status()).toBe(200);
		});
	});
}
