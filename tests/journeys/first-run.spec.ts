import type { Page } from '@playwright/test';
import { startApp, type RunningApp } from '../harness/app.ts';
import type { MailServer } from '../harness/mail-server.ts';
import { look } from './steps/look.ts';
import { peopleFile } from './steps/people-file.ts';
import { followLink } from './steps/sign-in.ts';
import { beginCourse, takeToTheEnd } from './steps/take-course.ts';
import { along, waysOf } from './steps/ways.ts';
import { wordsIn, type Words } from './steps/words.ts';
import { expect, test as base } from './steps/workplace.ts';

/** From an empty installation to the first person who is done. Pages that look the same later are looked at elsewhere. */

/** The nurse's language, whatever the founder's is. */
const english = wordsIn('en');

const test = base.extend<{ fresh: RunningApp }>({
	/** An installation of this test's own, with nothing in it. */
	fresh: async ({ mails }, use) => {
		const app = await startApp({ env: { SMTP_URL: mails.url } });
		await use(app);
		await app.remove();
	},
	baseURL: ({ fresh }, use) => use(fresh.url),
	// The founder's form is refused once, and the nurse's link is good once, as it should be.
	allowed: [/status of 4(00|10)/],
});

for (const way of waysOf(3)) {
	const { name, details, settings } = along(way);
	test.describe(name, details, () => {
		test.use(settings);
		test('an organization goes live in one sitting', async ({ page, visitor, mails, words, language }) => {
			test.setTimeout(180_000);
			await setUp(page, words, language);
			await followGuide(page, words, mails);
			await bringPeople(page, words);
			const earlier = mails.mails.length;
			await askEveryone(page, words);
			await expectOneMailEach(mails, earlier);
			await endGuide(page, words);

			const { link, subject } = await mails.mailTo('priya.raman@aldervale.example');
			expect(subject).toContain('Harbor Clinic');
			const nurse = await visitor({ hasTouch: true, viewport: { width: 390, height: 844 } });
			await useLinkOnce(nurse, visitor, link ?? '');
			await beginCourse({ page: nurse, words: english });
			await takeToTheEnd({ page: nurse, words: english });

			const people = peopleFile().people + 1;
			const headline = page.getByRole('heading', { level: 1 });
			// With scripts the page that stayed open shows it by itself; without, it has to be opened again.
			await expect(async () => {
				if (!way.scripts) await page.reload();
				await expect(headline).toHaveText(words.program_title_one({ people }), { timeout: 1500 });
			}).toPass({ timeout: 15_000 });
			await page.getByRole('link', { name: words.program_see_people() }).click();
			await page.getByLabel(words.program_filter_state()).selectOption('done');
			await page.getByRole('button', { name: words.program_filter_submit(), exact: true }).click();
			const list = page.getByRole('table', { name: words.program_people(), exact: true });
			await expect(list.getByRole('row')).toHaveCount(2);
			await expect(list.getByRole('row', { name: /Priya Raman/ })).toContainText(words.program_state_done());
			await look(page);
		});
	});
}

/** Fields that are empty or broken are named, what was typed is kept, and then one is in. */
async function setUp(page: Page, words: Words, language: string): Promise<void> {
	await page.goto('/');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.first_title());
	const organization = page.getByLabel(words.first_org());
	const email = page.getByLabel(words.first_email());
	const send = () => page.getByRole('button', { name: words.first_submit() }).click();
	// The browser asks for empty fields by itself; a browser that does not is answered the same.
	await page
		.locator('form', { has: organization })
		.evaluate((form: HTMLFormElement) => (form.noValidate = true));
	await organization.fill('Harbor Clinic');
	await email.fill('grace(at)harbor');
	const answer = page.waitForResponse((response) => response.request().method() === 'POST');
	await send();
	expect((await answer).status()).toBe(400);
	await expect(page.getByRole('alert').getByRole('link', { name: words.first_error_name() })).toBeVisible();
	await expect(page.getByRole('alert').getByRole('link', { name: words.first_error_email() })).toBeVisible();
	await expect(page).toHaveTitle(new RegExp(words.ui_problems()));
	await expect(organization).toHaveValue('Harbor Clinic');
	await expect(email).toHaveValue('grace(at)harbor');
	await expect(email).toHaveAttribute('aria-invalid', 'true');
	await look(page);

	await page.getByLabel(words.first_name()).fill('Grace Okafor');
	await email.fill('grace@harbor.example');
	await page.getByLabel(words.first_language()).selectOption(language);
	await send();
	await expect(page).toHaveURL(/\/o\/harbor-clinic\/app$/);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Grace');
	await look(page);
}

/** The guide is where a founder lands; it knows that mail works when a mail has arrived, and lets a step wait. */
async function followGuide(page: Page, words: Words, mails: MailServer): Promise<void> {
	const headline = page.getByRole('heading', { level: 1 });
	await page.getByRole('link', { name: words.setup_today_link() }).click();
	await expect(headline).toHaveText(words.setup_title({ left: 7 }));
	await look(page);
	await page.getByRole('button', { name: words.setup_mail_test() }).click();
	await expect(page).toHaveURL(/set-up\?tested$/);
	await mails.mailTo('grace@harbor.example');
	await expect(async () => {
		await page.reload();
		await expect(headline).toHaveText(words.setup_title({ left: 6 }), { timeout: 1000 });
	}).toPass();
	await page.getByRole('button', { name: words.setup_later_long({ step: words.setup_places() }) }).click();
	await expect(headline).toHaveText(words.setup_title({ left: 5 }));
	await page.getByRole('link', { name: words.ui_help(), exact: true }).click();
	await expect(page).toHaveURL(/\/help\/set-up$/);
}

/** With a launched course the guide says so, and nobody is led to it any more. */
async function endGuide(page: Page, words: Words): Promise<void> {
	const asked = peopleFile().people + 1;
	await page.goto('/o/harbor-clinic/app/set-up');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		words.setup_title_launched({ n: asked, count: String(asked) }),
	);
	await look(page);
	await page.goto('/o/harbor-clinic/app');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Grace');
	await expect(page.getByRole('link', { name: words.setup_today_link() })).toHaveCount(0);
	await page.goto('/o/harbor-clinic/app/program');
}

async function bringPeople(page: Page, words: Words): Promise<void> {
	const file = peopleFile();
	const headline = page.getByRole('heading', { level: 1 });
	await page.goto('/o/harbor-clinic/app/people');
	await expect(headline).toHaveText(words.people_title_one());
	await look(page);
	await page.getByRole('link', { name: words.people_import_link() }).click();
	await expect(headline).toHaveText(words.people_import_title());
	const choose = async () => {
		await page.getByLabel(words.people_import_file()).setInputFiles(file.upload);
		await page.getByRole('button', { name: words.people_import_submit() }).click();
		// One day of the file may be read both ways: it is asked, and may stay open.
		await expect(headline).toHaveText(words.people_columns_title_days());
		await look(page);
		await page.getByRole('button', { name: words.people_columns_submit() }).click();
	};
	await choose();
	await expect(headline).toHaveText(words.people_preview_title({ added: file.people, changed: 0 }));
	await expect(page.getByText(words.people_preview_held({ count: file.held }))).toBeVisible();
	const problems = page.getByRole('table', { name: words.people_preview_problems() });
	for (const { line, reason, held } of file.problems) {
		const row = problems.getByRole('row', { name: new RegExp(`\\b${line}\\b`) });
		await expect(row).toContainText(words[`people_problem_${reason}`]());
		await expect(row).toContainText(
			held ? words.people_preview_effect_held() : words.people_preview_effect_open(),
		);
	}
	await expect(problems.getByRole('row')).toHaveCount(1 + file.problems.length);
	await look(page);
	await page.getByRole('button', { name: words.people_preview_apply() }).click();
	await expect(headline).toHaveText(words.people_applied_title({ added: file.people, changed: 0 }));
	await look(page);

	await page.goto('/o/harbor-clinic/app/people/import');
	await choose();
	await expect(headline).toHaveText(words.people_preview_title_nothing());
	await expect(page.getByRole('button', { name: words.people_preview_apply() })).toHaveCount(0);

	await page.goto('/o/harbor-clinic/app/people');
	await expect(headline).toContainText(String(file.people + 1));
	await page.getByLabel(words.people_search()).fill('1001');
	await page.getByRole('button', { name: words.people_search_submit() }).click();
	await expect(page.getByRole('row')).toHaveCount(2);
}

async function askEveryone(page: Page, words: Words): Promise<void> {
	const people = peopleFile().people + 1;
	await page.goto('/o/harbor-clinic/app/program');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.program_title_none());
	await look(page);
	await page.getByRole('link', { name: words.program_launch_link() }).click();
	const headline = page.getByRole('heading', { level: 1 });
	await expect(headline).toHaveText(words.program_launch_title());
	await look(page);
	await page.getByRole('button', { name: words.program_launch_preview() }).click();
	await expect(headline).toHaveText(words.program_launch_reaches({ count: people }));
	await look(page);
	await page.getByRole('button', { name: words.program_launch_submit({ count: people }) }).click();
	await expect(page.getByText(words.program_launched({ count: people }))).toBeVisible();
	// Counting follows in a moment; without scripts the page has to be opened again.
	const counted = words.program_title({ done: 0, people });
	await expect(async () => {
		if ((await headline.textContent()) !== counted) await page.reload();
		await expect(headline).toHaveText(counted, { timeout: 1000 });
	}).toPass();
	await look(page);
}

/** Everyone who can be written to gets one mail, and nobody a second one. */
async function expectOneMailEach(mails: MailServer, earlier: number): Promise<void> {
	const asked = [...peopleFile().addresses, 'grace@harbor.example'].sort();
	const written = () => mails.mails.slice(earlier).flatMap(({ to }) => to);
	await expect.poll(() => written().length, { timeout: 30_000 }).toBe(asked.length);
	expect(written().sort()).toEqual(asked);
}

/** Opening the link, as scanners do, uses nothing up; pressing its button does. */
async function useLinkOnce(nurse: Page, visitor: () => Promise<Page>, link: string): Promise<void> {
	for (let opened = 0; opened < 2; opened += 1) {
		expect((await nurse.goto(link))?.status()).toBe(200);
		await expect(nurse.getByRole('button', { name: english.sign_in_confirm(), exact: true })).toBeVisible();
	}
	const second = await visitor();
	await second.goto(link);
	await followLink(nurse, link, english);
	await second.getByRole('button', { name: english.sign_in_confirm(), exact: true }).click();
	await expect(second.getByText(english.error_link_used())).toBeVisible();
	await look(second);
	await second.goto(link);
	await expect(second.getByRole('heading', { level: 1 })).toHaveText(english.sign_in_used_title());
	await look(second);
}
