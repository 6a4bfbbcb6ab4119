import { look } from './steps/look.ts';
import { followLink, signIn } from './steps/sign-in.ts';
import {
	answer,
	beginCourse,
	choices,
	decide,
	goTo,
	now,
	options,
	takeStep,
	turns,
} from './steps/take-course.ts';
import { along, waysOf } from './steps/ways.ts';
import { expect, test } from './steps/workplace.ts';

/** What happens to an answer when a shift, a thumb or a network gets in between. */

for (const way of waysOf(2)) {
	const { name, details, settings } = along(way);
	test.describe(name, details, () => {
		test.use(settings);

		test('someone stops in a scene and goes on elsewhere', async ({
			page,
			visitor,
			workplace,
			mails,
			words,
			language,
		}) => {
			const { invitation, email } = await workplace.newcomer(language);
			const learner = { page, words };
			await followLink(page, invitation, words);
			await beginCourse(learner);
			await goTo(learner, 'scene');
			await decide(learner, 0);
			const [place, ways] = [new URL(page.url()).pathname, await choices(learner).allTextContents()];
			await page.close();

			const elsewhere = await visitor({ locale: language, javaScriptEnabled: way.scripts });
			await signIn(elsewhere, workplace, email, mails, words);
			const step = await elsewhere.locator('h1 + *, main').first().textContent();
			expect(step).toBeTruthy();
			const again = { page: elsewhere, words };
			await beginCourse(again);
			expect(new URL(elsewhere.url()).pathname).toBe(place);
			await expect(turns(again)).toHaveCount(1);
			expect(await choices(again).allTextContents()).toEqual(ways);
		});

		test('two clicks are one answer, and the way back leads to another', async ({
			page,
			workplace,
			words,
			language,
		}) => {
			const learner = { page, words };
			await followLink(page, (await workplace.newcomer(language)).invitation, words);
			await beginCourse(learner);
			await goTo(learner, 'scene');
			const ways = await choices(learner).count();
			const tried = (count: number) => page.getByText(words.learning_scene_tried({ tried: count, ways }));
			await choices(learner).nth(1).dblclick();
			await expect(turns(learner)).toHaveCount(1);
			await page.reload();
			await expect(turns(learner)).toHaveCount(1);

			await page.goBack();
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			await turns(learner).nth(0).click();
			await expect(tried(1)).toBeVisible();
			await decide(learner, 2);
			await turns(learner).nth(0).click();
			await expect(tried(2)).toBeVisible();
		});
	});
}

test.describe('when the network is cut', { tag: '@phone' }, () => {
	test.use({ language: 'es', allowed: [/ERR_INTERNET_DISCONNECTED|Failed to fetch/] });
	test('the page says that nothing was saved, keeps the answer, and sends it later', async ({
		page,
		context,
		workplace,
		words,
	}) => {
		const learner = { page, words };
		await followLink(page, (await workplace.newcomer('es')).invitation, words);
		await beginCourse(learner);
		await goTo(learner, 'question');
		await options(learner).nth(2).check();
		await context.setOffline(true);
		await page.getByRole('button', { name: words.learning_question_submit() }).click();
		await expect(page.getByRole('status')).toContainText(words.learning_step_unsaved());
		await expect(options(learner).nth(2)).toBeChecked();
		await look(page);
		await context.setOffline(false);
		await answer(learner, 2);
		await expect(page.getByRole('status')).toContainText(words.learning_step_saved());
		await expect(now(learner).locator('.option').nth(2)).toHaveClass(/checked/);

		await takeStepOfferedNext();
		await goTo(learner, 'scene');
		await context.setOffline(true);
		await choices(learner).nth(0).click();
		await expect(page.getByRole('status')).toContainText(words.learning_step_unsaved());
		await expect(turns(learner)).toHaveCount(0);
		await context.setOffline(false);
		await decide(learner, 0);

		async function takeStepOfferedNext() {
			await page.getByRole('link', { name: words.learning_step_next(), exact: true }).click();
			await expect(options(learner).first()).toBeVisible();
			await takeStep(learner);
		}
	});
});

test.describe('when the scripts are late', { tag: '@phone' }, () => {
	test.use({ language: 'en' });
	test('what was marked before they came stays marked', async ({ page, workplace, words }) => {
		const learner = { page, words };
		await followLink(page, (await workplace.newcomer('en')).invitation, words);
		await beginCourse(learner);
		await goTo(learner, 'question');
		let release = () => {};
		const late = new Promise<void>((done) => (release = done));
		await page.route('**/*.js', async (route) => {
			await late;
			await route.continue();
		});
		await page.reload({ waitUntil: 'commit' });
		await options(learner).nth(3).check();
		release();
		await page.waitForLoadState('networkidle');
		await expect(options(learner).nth(3)).toBeChecked();
		await answer(learner, 3);
		await expect(now(learner).locator('.option').nth(3)).toHaveClass(/checked/);
	});
});
