import { cast } from '../../src/lib/demo/cast.ts';
import { startApp, type RunningApp } from '../harness/app.ts';
import { become, castMember } from './steps/cast.ts';
import { look } from './steps/look.ts';
import { sendForm } from './steps/send-form.ts';
import { beginCourse, goTo, now, answer } from './steps/take-course.ts';
import { along, waysOf } from './steps/ways.ts';
import { wordsIn } from './steps/words.ts';
import { expect, test as base } from './steps/workplace.ts';

/** Somebody looks around in the demo before they set anything up. */

const test = base.extend<{ fresh: RunningApp }>({
	/** An installation of this test's own, with nothing in it. */
	// eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures it needs from this pattern
	fresh: async ({}, use) => {
		const app = await startApp();
		await use(app);
		await app.remove();
	},
	baseURL: ({ fresh }, use) => use(fresh.url),
});

for (const way of waysOf(3)) {
	const { name, details, settings } = along(way);
	test.describe(name, details, () => {
		test.use({ ...settings, allowed: [/status of 404/] });
		test('someone explores the demo as everyone of the cast', async ({ page, fresh, words }) => {
			await page.goto('/');
			await page.getByRole('button', { name: words.first_demo_submit() }).click();
			// It is being built, and the page moves on by itself.
			await expect(page).toHaveURL(/\/o\/aldervale-care/, { timeout: 60_000 });
			await look(page);
			let spoken = words;
			for (const member of cast) {
				await become(page, member, spoken);
				spoken = wordsIn(member.language);
				// The bar says who one is.
				await expect(page.getByRole('combobox')).toHaveValue(member.number);
			}

			await become(page, castMember('admin'), spoken);
			const ruth = wordsIn('en');
			await page.goto('/o/aldervale-care/app/program');
			// Two hundred people have gone through the course in the last months, and a few of them are new.
			const headline = await page.getByRole('heading', { level: 1 }).innerText();
			const [done = 0, people = 0] = (headline.match(/\d+/g) ?? []).map(Number);
			expect(people).toBeGreaterThan(180);
			expect(people).toBeLessThanOrEqual(200);
			expect(done).toBeGreaterThan(50);
			expect(done).toBeLessThan(150);
			await expect(page.getByRole('row', { name: ruth.program_site_all() })).toContainText(String(done));
			await look(page);

			// The course is as new to the cast as to anybody, and others have answered the poll before.
			await become(page, castMember('warehouse'), ruth);
			const lucia = { page, words: wordsIn('es') };
			await beginCourse(lucia);
			await goTo(lucia, 'poll');
			await answer(lucia, 1);
			await expect(now(lucia).getByRole('row').or(now(lucia).getByText('%'))).not.toHaveCount(0);
			await look(page);

			// A real organization has none of this.
			const wish = {
				organization: 'Harbor Clinic',
				name: 'Grace Okafor',
				email: 'g@harbor.example',
				language: 'en',
			};
			await sendForm(`${fresh.url}/?/setUp`, wish);
			await page.goto('/o/harbor-clinic');
			await expect(page.getByRole('complementary')).toHaveCount(0);
			const asked = await page.request.post('/o/harbor-clinic/cast', {
				form: { number: '1001' },
				headers: { origin: fresh.url },
			});
			expect(asked.status()).toBe(404);
		});
	});
}
