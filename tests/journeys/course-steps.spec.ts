import { look } from './steps/look.ts';
import { followLink } from './steps/sign-in.ts';
import {
	answer,
	beginCourse,
	choices,
	decide,
	goTo,
	kindOfStep,
	now,
	options,
	playToEnd,
	takeStep,
	turns,
	type Learner,
} from './steps/take-course.ts';
import { along, waysOf } from './steps/ways.ts';
import { expect, test } from './steps/workplace.ts';

/** What each kind of step does, one by one. */

for (const way of waysOf(1)) {
	const { name, details, settings } = along(way);
	test.describe(name, details, () => {
		test.use({ ...settings, allowed: way.scripts ? [] : [/status of 400/] });
		let learner: Learner;
		test.beforeEach(async ({ page, workplace, words, language }) => {
			const { invitation } = await workplace.newcomer(language);
			await followLink(page, invitation, words);
			learner = { page, words };
			await beginCourse(learner);
		});

		test('a question shows what each option does, and can be answered again', async ({ page, words }) => {
			await goTo(learner, 'question');
			const asked = await options(learner).count();
			await answer(learner, 0);
			const feedback = now(learner).locator('.feedback');
			await expect(feedback).toHaveCount(asked);
			for (const words of await feedback.allTextContents()) expect(words.length).toBeGreaterThan(20);
			await expect(now(learner).getByText(words.learning_question_chosen())).toHaveCount(1);
			await look(page);
			await page.getByRole('link', { name: words.learning_question_again() }).click();
			await expect(options(learner).nth(0)).toBeChecked();
			await answer(learner, 1);
			await expect(feedback).toHaveCount(asked);
			await expect(now(learner).locator('.checked')).toHaveCount(1);
			await expect(now(learner).locator('.option').nth(1)).toHaveClass(/checked/);
		});

		test('a question that takes several answers asks for at least one', async ({ page, words }) => {
			await goTo(learner, 'question');
			await takeStep(learner);
			await goTo(learner, 'question');
			await expect(options(learner).nth(0)).toHaveAttribute('type', 'checkbox');
			await page.getByRole('button', { name: words.learning_question_submit() }).click();
			await expect(page.getByText(words.learning_question_missing())).toBeVisible();
			await look(page);
			await answer(learner, 0, 2);
			await expect(now(learner).getByText(words.learning_question_chosen())).toHaveCount(2);
		});

		test('a scene shows effects, rewinds, and remembers every way that was tried', async ({
			page,
			words,
		}) => {
			await goTo(learner, 'scene');
			const ways = await choices(learner).count();
			const tried = (count: number) => page.getByText(words.learning_scene_tried({ tried: count, ways }));
			await decide(learner, 0);
			await expect(page.getByRole('heading', { name: words.learning_scene_effects() })).toHaveCount(1);
			await expect(page.locator('dt', { hasText: words.learning_scene_for_team() })).not.toHaveCount(0);

			await turns(learner).nth(0).click();
			await expect(turns(learner)).toHaveCount(0);
			await expect(tried(1)).toBeVisible();
			await expect(choices(learner).nth(0)).toContainText(words.learning_scene_tried_mark());
			await look(page);
			await decide(learner, 1);
			await playToEnd(learner, 0);
			await look(page);

			await page.getByRole('button', { name: words.learning_scene_start_over() }).click();
			await expect(turns(learner)).toHaveCount(0);
			await expect(tried(2)).toBeVisible();
			await expect(choices(learner).getByText(words.learning_scene_tried_mark())).toHaveCount(2);
			// It was complete once, and stays so.
			await expect(page.getByRole('link', { name: words.learning_step_next(), exact: true })).toBeVisible();
		});

		test('a poll counts once and says how many answers it still needs', async ({ page, words }) => {
			await goTo(learner, 'poll');
			await look(page);
			await answer(learner, 2);
			await expect(now(learner)).toContainText(words.learning_poll_counted());
			await look(page);
			await page.reload();
			await expect(options(learner)).toHaveCount(0);
			await expect(now(learner)).toContainText(words.learning_poll_counted());
		});

		test('one may go back to what is done, and not ahead of where one is', async ({ page, words }) => {
			const first = page.url();
			await takeStep(learner);
			const second = page.url();
			await page.getByRole('link', { name: words.learning_step_previous(), exact: true }).click();
			await expect(page).toHaveURL((url) => url.pathname === new URL(first).pathname);
			await page.goto(`${second.replace(/[^/]*$/, '')}before-you-go`);
			expect(new URL(page.url()).pathname).toBe(new URL(second).pathname);
			expect(await kindOfStep(learner)).toBe('question');
		});
	});
}
