import type { Page } from '@playwright/test';
import { keys } from './steps/hands.ts';
import { inspect } from './steps/inspect.ts';
import { look } from './steps/look.ts';
import { signIn, signInFounder } from './steps/sign-in.ts';
import { answer, kindOfStep } from './steps/take-course.ts';
import { wordsIn } from './steps/words.ts';
import { expect, test } from './steps/workplace.ts';

/** A line worker without e-mail, a card, a badge, and a tablet that many share. */
test.describe('on a shared tablet, in Spanish', { tag: '@desk' }, () => {
	test.use({ language: 'es', allowed: [/status of 4(00|01)/] });

	test('one signs in by badge, takes a step, and leaves nothing behind', async ({
		page: tablet,
		context,
		visitor,
		app,
		workplace,
		mails,
		words,
	}) => {
		const someone = await workplace.newcomer('es');
		const english = wordsIn('en');
		const badgeForm = (url: URL) => url.pathname === `${workplace.door}/tablet`;

		// An admin makes the tablet a shared one, and is signed out on it.
		await signIn(tablet, workplace, workplace.founder.email, mails, words);
		await tablet.goto(`${workplace.door}/app/people/tablets`);
		await look(tablet);
		await tablet.getByLabel(english.people_tablets_name()).fill('Break room');
		await tablet.getByRole('button', { name: english.people_tablets_enable_submit() }).click();
		await expect(tablet).toHaveURL(badgeForm);
		const kept = async () =>
			(await context.cookies()).map(({ name, path, value }) => ({ name, path, known: value.length > 20 }));
		const onlyTheTablet = [
			{ name: 'upstander-tablet', path: `${workplace.door}/tablet`, known: true },
			{ name: 'upstander', path: `${workplace.door}/app`, known: false },
		];
		expect(await kept()).toEqual(expect.arrayContaining(onlyTheTablet));
		expect(await kept()).toHaveLength(2);

		// At a desk, an admin prints a card.
		const desk = await visitor();
		await signInFounder(desk, workplace);
		await desk.goto(`${workplace.door}/app/people/cards`);
		await look(desk);
		await desk.getByLabel(english.people_cards_who_everyone()).check();
		await desk.getByLabel(english.people_cards_search()).fill(someone.name);
		await desk.getByRole('button', { name: english.people_cards_submit() }).click();
		const badge = words.people_card_badge({ number: someone.number });
		const card = desk.getByRole('listitem').filter({ has: desk.getByText(badge, { exact: true }) });
		await expect(card).toBeVisible();
		await look(desk);
		const code = await card.getByText(/^\w{4}-\w{4}-\w{4}$/).innerText();

		// The worker types its code, and chooses a PIN; by keyboard alone.
		const hands = keys(tablet);
		await tablet.goto(`${workplace.door}/tablet?lang=es`);
		await look(tablet);
		await tablet.getByLabel(words.tablet_code()).fill(code.toLowerCase());
		await hands.press(tablet.getByRole('button', { name: words.tablet_code_submit() }));
		await expect(tablet.getByRole('heading', { level: 1 })).toHaveText(words.tablet_choose_title());
		const pin = tablet.getByRole('textbox', { name: words.tablet_pin(), exact: true });
		const choose = async (digits: string) => {
			await pin.fill(digits);
			await tablet.getByLabel(words.tablet_choose_again()).fill(digits);
			await hands.press(tablet.getByRole('button', { name: words.tablet_choose_submit() }));
		};
		await choose('123456');
		await expect(tablet.getByText(words.sign_in_pin_easy())).toBeVisible();
		await look(tablet);
		await choose('270461');
		const greeted = words.learning_today_greeting({ name: someone.givenName });
		const greeting = tablet.getByText(greeted);
		await expect(greeting).toBeVisible();
		await look(tablet);

		// A step is taken; then nobody touches the tablet for ten minutes.
		await tablet.getByRole('link', { name: words.learning_today_begin() }).click();
		const learner = { page: tablet, words };
		const first = tablet.url();
		if ((await kindOfStep(learner)) === 'question') await answer(learner, 0);
		else await tablet.locator('main form button').first().click();
		await expect
			.poll(() =>
				inspect(
					app,
					'select 1 from answer a join enrollment e on e.id = a.enrollment_id join person p on p.id = e.account_id where p.number = $1',
					[someone.number],
				),
			)
			.toHaveLength(1);
		await tablet.clock.install();
		await tablet.reload();
		await expect(tablet.getByRole('button', { name: words.tablet_done() })).toBeVisible();
		await tablet.clock.fastForward('09:30');
		await expect(tablet.getByText(words.tablet_soon())).toBeVisible();
		await tablet.clock.fastForward('01:00');
		await expect(tablet).toHaveURL(badgeForm);
		await expectNothingLeft(tablet, first, greeted, words.tablet_title());

		// The PIN opens it again, and the server ends it by itself, whatever the page thinks.
		const enter = async (digits: string) => {
			await tablet.getByLabel(words.tablet_number()).fill(someone.number);
			await pin.fill(digits);
			await hands.press(tablet.getByRole('button', { name: words.tablet_submit() }));
		};
		await enter('111111');
		await expect(tablet.getByText(words.tablet_wrong())).toBeVisible();
		await look(tablet);
		await enter('270461');
		await expect(greeting).toBeVisible();
		await inspect(app, `update session set seen_at = seen_at - interval '11 minutes' where way = 'badge'`);
		await tablet.getByRole('link', { name: words.account_nav(), exact: true }).click();
		await expect(tablet).toHaveURL(badgeForm);

		await enter('270461');
		await hands.press(tablet.getByRole('button', { name: words.tablet_done() }));
		await expect(tablet).toHaveURL(badgeForm);
		expect(await kept()).toEqual(expect.arrayContaining(onlyTheTablet));
		await expectNothingLeft(tablet, `${workplace.door}/app`, greeted, words.tablet_title());
		const [left] = await inspect<{ sessions: number }>(
			app,
			`select count(*)::int as sessions from session s join person p on p.id = s.account_id where p.number = $1 and s.way = 'badge' and s.seen_at > now() - interval '10 minutes'`,
			[someone.number],
		);
		expect(left?.sessions).toBe(0);
	});
});

/** Neither the back button nor an address typed nor what browsers keep tells anything of who was there. */
async function expectNothingLeft(page: Page, address: string, words: string, title: string): Promise<void> {
	await page.goBack();
	await expect(page.getByText(words)).toHaveCount(0);
	await page.goto(address);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
	await expect(page.getByText(words)).toHaveCount(0);
	const kept = await page.evaluate(async () => ({
		local: Object.keys(localStorage),
		caches: await caches.keys(),
		workers: (await navigator.serviceWorker.getRegistrations()).length,
		databases: await indexedDB.databases(),
		session: JSON.stringify({ ...sessionStorage }),
	}));
	expect(kept).toMatchObject({ local: [], caches: [], workers: 0, databases: [] });
	expect(kept.session).not.toContain(words);
}
