import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from '@playwright/test';
import { castMember } from './steps/cast.ts';
import { look } from './steps/look.ts';
import { sendForm, sessionOf } from './steps/send-form.ts';
import { wordsIn } from './steps/words.ts';
import { expect, test } from './steps/workplace.ts';

/** Who is done, and who is not: a leader on a phone, and an admin at a desk. */

const words = wordsIn('en');

/** Comes as somebody of the cast. */
async function comeAs(page: Page, part: 'admin' | 'manager', address: string): Promise<void> {
	const became = await sendForm(`${address}/cast`, { number: castMember(part).number });
	const [name = '', value = ''] = sessionOf(became).split(/=(.*)/);
	await page
		.context()
		.addCookies([
			{ name, value, domain: 'localhost', path: `${new URL(address).pathname}/app`, httpOnly: true },
		]);
}

test.describe('a leader', { tag: '@phone' }, () => {
	test('sees on a phone who in their team is not done', async ({ page, app, demoDoor }) => {
		await comeAs(page, 'manager', app.url + demoDoor);
		await page.goto(`${demoDoor}/app/team`);
		const headline = page.getByRole('heading', { level: 1 });
		// The headline is of everyone in the team; who is not done comes first in the table.
		const open = Number((await headline.innerText()).match(/\d+/)?.[0] ?? 1);
		await expect(headline).toHaveText(words.team_title({ n: open, count: String(open) }));
		const members = page.getByRole('table', { name: words.team_direct() });
		const people = members.getByRole('row').filter({ has: page.getByRole('rowheader') });
		await expect(people.first()).not.toContainText(words.program_state_done());
		await look(page);
	});
});

test.describe('an admin', { tag: '@desk' }, () => {
	test('goes from a site to its people, and takes their list away', async ({ page, app, demoDoor }) => {
		await comeAs(page, 'admin', app.url + demoDoor);
		let [name, people] = ['', 0];
		// The organization has just been made, and the page is told of each of its people within seconds.
		await expect(async () => {
			await page.goto(`${demoDoor}/app/program`);
			const sites = page.getByRole('table', { name: words.program_by_site() });
			const site = sites
				.getByRole('row')
				.filter({ has: page.getByRole('link') })
				.first();
			name = (await site.getByRole('link').innerText()).trim();
			people = Number(await site.getByRole('cell').first().innerText());
			await site.getByRole('link').click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(
				words.program_people_title({ n: people, count: String(people) }),
				{ timeout: 2000 },
			);
		}).toPass({ timeout: 60_000 });
		await look(page);
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('link', { name: words.program_download_csv() }).click(),
		]);
		const list = parse(await readFile(await download.path()), { bom: true, columns: true }) as Record<
			string,
			string
		>[];
		expect(list).toHaveLength(people);
		expect(new Set(list.map((row) => row[words.program_site()]))).toEqual(new Set([name]));

		await page.goto(`${demoDoor}/app/program/stepping-in?by=manager`);
		await expect(page.getByRole('table', { name: words.program_by_manager() })).toBeVisible();
		await look(page);
	});
});
