import { fingers, keys, mouse } from './steps/hands.ts';
import { look } from './steps/look.ts';
import { followLink } from './steps/sign-in.ts';
import { beginCourse, now, takeToTheEnd } from './steps/take-course.ts';
import { along, waysOf } from './steps/ways.ts';
import { expect, test } from './steps/workplace.ts';

/** The whole course, from the mail to the thanks. */

for (const way of waysOf(0)) {
	const { name, details, settings } = along(way);
	test.describe(name, details, () => {
		test.use(settings);
		test('someone takes the whole course', async ({ page, workplace, words, language }) => {
			const newcomer = await workplace.newcomer(language);
			await followLink(page, newcomer.invitation, words);
			const hands = way.device === 'phone' ? fingers : mouse;
			await look(page);
			await beginCourse({ page, words, hands });
			expect(await takeToTheEnd({ page, words, hands, look })).toBe(9);
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(
				words.learning_done_title({ name: newcomer.givenName }),
			);
			await look(page);
			await hands.press(page.getByRole('link', { name: words.learning_done_today() }));
			await expect(page.getByRole('heading', { level: 1 })).toContainText(words.learning_today_nothing());
			await look(page);
		});
	});
}

test.describe('by keyboard alone', { tag: '@desk' }, () => {
	test.use({ language: 'es' });
	test('someone takes the whole course', async ({ page, workplace, words }) => {
		const { invitation } = await workplace.newcomer('es');
		await followLink(page, invitation, words);
		const hands = keys(page);
		await beginCourse({ page, words, hands });
		const seen: string[] = [];
		const watch = async () => {
			if (!page.url().endsWith('#now')) return;
			// What came of the choice is where one goes on reading.
			await expect(now({ page, words })).toBeFocused();
			await expect(now({ page, words })).toBeInViewport();
			seen.push(page.url());
		};
		await takeToTheEnd({ page, words, hands, look: watch });
		expect(seen.length).toBeGreaterThan(5);
	});
});
