import type { Page } from '@playwright/test';
import { look } from './steps/look.ts';
import { followLink, signInFounder } from './steps/sign-in.ts';
import { beginCourse } from './steps/take-course.ts';
import { along, waysOf } from './steps/ways.ts';
import { wordsIn, type Words } from './steps/words.ts';
import { expect, test } from './steps/workplace.ts';

/** An organization puts its own words over a step. Whoever is asked from then on reads them; others keep theirs. */

// The founder reads English.
const words = wordsIn('en');
const step = 'break-table';

for (const way of waysOf(2)) {
	const { name, details, settings } = along(way);
	test.describe(name, details, () => {
		test.use({ ...settings, allowed: [/status of 400/] });

		test('own words are written, checked, saved and read', async ({ page, visitor, workplace, language }) => {
			const before = await workplace.newcomer(language);
			const own = { en: `At our dock, ${Date.now()}.`, es: `En nuestro muelle, ${Date.now()}.` };
			await signInFounder(page, workplace);
			await page.goto(`${workplace.door}/app/courses`);
			await look(page);
			await page.locator(`a[href$="/steps/${step}"]`).click();
			const same = page.getByText(words.learning_overlay_same());
			// In another way of coming, somebody may have been here before.
			if (!process.env.UPSTANDER_FULL) await expect(same).toBeVisible();
			await look(page);

			// What does not work as a step is said by line, and what was written stays in the field.
			const field = (language: string) =>
				page.getByRole('textbox', { name: words.learning_overlay_language({ language }) });
			const english = field(words.language_en());
			const spanish = field(words.language_es());
			const shipped = { en: await english.inputValue(), es: await spanish.inputValue() };
			const broken = shipped.en.replace(/\{#say\}/, '{#somethingelse}');
			expect(broken).not.toBe(shipped.en);
			await english.fill(broken);
			await save(page);
			const problems = page.getByRole('alert');
			await expect(problems).toContainText(words.learning_overlay_problems());
			await expect(problems.getByRole('listitem').first()).toContainText(/\d/);
			await expect(english).toHaveValue(broken);
			await look(page);

			// Both languages, and the difference.
			await english.fill(withParagraph(shipped.en, own.en));
			await spanish.fill(withParagraph(shipped.es, own.es));
			await save(page);
			await expect(page.getByText(words.learning_overlay_saved())).toBeVisible();
			await expect(page.locator('ins', { hasText: own.en })).toBeVisible();
			await expect(page.locator('ins', { hasText: own.es })).toBeVisible();
			await look(page);
			await page.goto(`${workplace.door}/app/courses`);
			await expect(page.getByText(words.learning_course_edited()).first()).toBeVisible();

			const theirs = wordsIn(language);
			const reads = async (invitation: string) => {
				const reader = await visitor({ locale: language, javaScriptEnabled: way.scripts });
				await followLink(reader, invitation, theirs as Words);
				await beginCourse({ page: reader, words: theirs });
				return reader.getByText(own[language]);
			};
			await expect(await reads((await workplace.hire(language)).invitation)).toBeVisible();
			await expect(await reads(before.invitation)).toHaveCount(0);
		});
	});
}

const save = (page: Page) => page.getByRole('button', { name: words.learning_overlay_submit() }).click();

/** The text of a step with one more paragraph, right after what stands above it. */
const withParagraph = (text: string, paragraph: string) => text.replace(/(\n---\n)/, `$1\n${paragraph}\n`);
