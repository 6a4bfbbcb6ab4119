import { signInFounder } from './steps/sign-in.ts';
import { keys, mouse } from './steps/hands.ts';
import { look } from './steps/look.ts';
import { along, waysOf } from './steps/ways.ts';
import { wordsIn } from './steps/words.ts';
import { expect, test } from './steps/workplace.ts';

/** Somebody is promoted; a mistake is corrected: both are history, and the mistake is visible as one. */

// The founder reads English.
const words = wordsIn('en');

for (const way of waysOf(3)) {
	const { name, details, settings } = along(way);
	test.describe(name, details, () => {
		test.use({ ...settings, allowed: [/status of 400/] });

		test('a nurse is promoted, a mistake corrected, and the history tells both', async ({
			page,
			workplace,
			language,
		}) => {
			const { name: nurse, number } = await workplace.newcomer(language);
			const own = keys(page);
			await signInFounder(page, workplace);
			await page.goto(`${workplace.door}/app/people?search=${number}`);
			await page.getByRole('link', { name: nurse }).click();
			await expect(page.locator('h1')).toHaveText(nurse);

			// With the keyboard alone, once.
			const hands = way.device === 'desk' ? own : mouse;
			const change = (what: string) =>
				page.getByRole('link', { name: `${words.people_person_change()}: ${what}`, exact: true });
			const field = (label: string) => page.getByLabel(label);
			const title = () => page.getByRole('textbox', { name: words.people_fact_jobTitle() });
			const day = field(words.people_person_counts_from());
			const save = page.getByRole('button', { name: words.people_person_change_submit() });
			for (const [job, from] of [
				['Nurse', '2024-02-05'],
				['Charge nurse', '2026-01-02'],
			] as const) {
				await hands.press(change(words.people_fact_jobTitle()));
				await expect(page.locator('h1')).toContainText(words.people_fact_jobTitle());
				await title().fill(job);
				await day.fill(from);
				await hands.press(save);
				await expect(page.locator('h1')).toHaveText(`${nurse}, ${job}`);
			}

			// Two values from one day contradict each other: said in words, and nothing is lost of what was written.
			await change(words.people_fact_jobTitle()).click();
			await title().fill('Head nurse');
			await day.fill('2026-01-02');
			await save.click();
			const problems = page.getByRole('alert');
			await expect(problems).toContainText(
				words.people_person_refused_same_day({ day: 'January 2, 2026', other: '', names: '' }),
			);
			await expect(title()).toHaveValue('Head nurse');
			await look(page);
			await page.getByRole('link', { name: words.people_person_cancel() }).click();

			// The promotion was in March, not in January.
			const correct = page.getByRole('link', {
				name: `${words.people_person_correct()}: ${words.people_fact_jobTitle()}, January 2, 2026`,
			});
			await correct.click();
			await field(words.people_person_right_day()).fill('2026-03-02');
			await page.getByRole('button', { name: words.people_person_correct_submit() }).click();
			const history = page.getByRole('table', { name: words.people_person_history() });
			const row = (text: string) => history.getByRole('row', { name: text });
			await expect(row('March 2, 2026')).toContainText('Nurse → Charge nurse');
			await expect(row('March 2, 2026')).toContainText(words.people_person_correction());
			await expect(row('March 2, 2026')).toContainText(workplace.founder.name);
			await expect(row('January 2, 2026').locator('del', { hasText: 'Charge nurse' })).toBeVisible();
			await expect(row('February 5, 2024')).toContainText('Nurse');
			await expect(page.locator('h1')).toHaveText(`${nurse}, Charge nurse`);
			await look(page);
		});
	});
}
