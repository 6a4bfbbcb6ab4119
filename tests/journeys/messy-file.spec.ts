import { readFileSync } from 'node:fs';
import { workbookOf } from '../../src/lib/people/import/fixtures/workbook-parts.ts';
import { look } from './steps/look.ts';
import { signInFounder } from './steps/sign-in.ts';
import { along, waysOf } from './steps/ways.ts';
import { wordsIn } from './steps/words.ts';
import { expect, test } from './steps/workplace.ts';

/** A workbook as HR systems export it: a column is corrected, day and month are asked, nobody is removed, what is wrong is downloaded. */

for (const way of waysOf(1)) {
	const { name, details, settings } = along(way);
	test.describe(name, details, () => {
		test.use(settings);
		test('a messy workbook comes in as somebody says', async ({ page, workplace, language }) => {
			// The founder reads English.
			const words = wordsIn('en');
			const run = `${language}${Date.now()}`;
			const numbers = ['A', 'B', 'C'].map((letter) => `${letter}-${run}`);
			await signInFounder(page, workplace);
			await page.goto(`${workplace.door}/app/people/import`);
			await page.getByLabel(words.people_import_file()).setInputFiles({
				name: 'Staff.xlsx',
				mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
				buffer: messy(run, numbers),
			});
			await page.getByRole('button', { name: words.people_import_submit() }).click();
			const headline = page.getByRole('heading', { level: 1 });
			await expect(headline).toHaveText(words.people_columns_title_days());
			await expect(page.getByText(words.people_sensitive_pay())).toBeVisible();
			await expect(page.getByText('canary')).toHaveCount(0);
			await look(page);

			await page.getByRole('combobox', { name: /Ward/ }).selectOption('department');
			await page.getByLabel(words.people_columns_day_first({ day: 'April 3, 2022' })).check();
			await page.getByRole('button', { name: words.people_columns_submit() }).click();
			await expect(headline).toHaveText(words.people_preview_title({ added: 3, changed: 0, n: 3 }));
			const problems = page.getByRole('table', { name: words.people_preview_problems() });
			await expect(problems.getByRole('row', { name: /\b8\b/ })).toContainText(
				words.people_problem_number_missing(),
			);
			await expect(problems.getByRole('row', { name: /\b6\b/ })).toContainText(
				words.people_problem_manager_unknown(),
			);
			await expect(page.getByText(words.people_skipped_total({ line: 9 }))).toBeVisible();
			await expect(page.getByRole('checkbox').first()).not.toBeChecked();
			const download = page.waitForEvent('download');
			await page.getByRole('link', { name: words.people_preview_download() }).click();
			const csv = readFileSync(await (await download).path(), 'utf8');
			expect(csv).toContain(`6,E,Reports to,"'=HYPERLINK`);
			expect(csv.trim().split('\r\n')).toHaveLength(3);
			await look(page);

			await page.getByRole('button', { name: words.people_preview_apply() }).click();
			await expect(headline).toHaveText(words.people_applied_title({ added: 3, changed: 0, n: 3 }));
			await look(page);
			await page.goto(`${workplace.door}/app/people?search=${numbers[0]}`);
			await expect(page.getByRole('row')).toHaveCount(2);
			await expect(page.getByRole('row').last()).toContainText(`Ward ${run}`);
			// The same file again changes nothing, and its columns are known.
			await page.goto(`${workplace.door}/app/people?search=Grace`);
			await expect(page.getByRole('row', { name: /Grace/ })).toHaveCount(1);
		});
	});
}

function messy(run: string, [ana = '', ben = '', cleo = '']: string[]): Buffer {
	return workbookOf([
		{ name: 'Criteria', rows: [['Report', 'Staff']] },
		{
			name: 'Staff',
			rows: [
				['Harbor Clinic, all staff'],
				[],
				['Employee #', 'Worker', `Ward (text)`, 'Start date', 'Reports to', 'Annual salary'],
				[ana, 'Reyes, Ana', `Ward ${run}`, '03/04/2022', '', 'canary-1'],
				[ben, 'Okoro, Ben', `Ward ${run}`, '25/04/2022', ana, 'canary-2'],
				[cleo, 'Park, Cleo', `Ward ${run}`, '26/04/2022', '=HYPERLINK("http://evil.example")', 'canary-3'],
				[],
				['', 'Nobody, Number', '', '=1+1', '', ''],
				['Total', 3],
			],
		},
	]);
}
