import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importDesk } from '../../../../tests/harness/import.ts';
import { shipped } from '../../../../tests/harness/learners.ts';
import type { TwoOrgs } from '../../../../tests/harness/orgs.ts';
import { as, nobody, openTestPlatform, type TestPlatform } from '../../../../tests/harness/platform.ts';
import { asAdministrator } from '../../../../tests/harness/rows.ts';
import type { Cell } from '../../platform/spreadsheet/cell.ts';
import { writeCsv } from '../../platform/spreadsheet/write-csv.ts';
import type { ProgressFilter } from '../filter.ts';
import { atOnce, exportProgress, noteExport, type Behind } from './export-progress.ts';
import { groupProgress } from './course-progress.ts';
import { launchCourse } from './launch-course.ts';
import { listProgress } from './list-progress.ts';

const words = {
	course: 'Stepping in',
	states: {
		done: 'Done',
		going: 'Going',
		open: 'Not started',
		overdue: 'Overdue',
		leave: 'On leave',
		left: 'Has left',
	},
	languages: { en: 'English', es: 'Spanish' },
};

describe('a list that is taken away', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	beforeAll(async () => {
		platform = await openTestPlatform();
		orgs = await platform.twoOrgs();
		const lines = Array.from(
			{ length: 30 },
			(_, index) => `${1000 + index},Same Name,${index % 2 ? '=1+1' : 'North'}`,
		);
		await importDesk(platform, orgs.here).bring(`Number,Name,Site\n${lines.join('\n')}\n`);
		for (const { org, admin } of [orgs.here, orgs.there]) {
			const wish = { key: randomUUID(), course: shipped, dueOn: '2026-12-11' };
			await platform.act(org, as(admin), (ctx) => launchCourse(ctx, wish, 'https://learn.test'));
		}
		await platform.settled();
	});
	afterAll(() => platform.close());

	const act = <Result>(work: Parameters<typeof platform.act<Result>>[2]) =>
		platform.act(orgs.here.org, as(orgs.here.admin), work);
	const take = (filter: ProgressFilter = {}, behind?: Behind) =>
		act((ctx) => exportProgress(ctx, shipped, filter, words, behind));
	const numbers = (rows: readonly Cell[][]) => rows.map(([number]) => number);

	it('is for program admins alone, and who takes it is on record without what was searched for', async () => {
		for (const [actor, code] of [
			[as(orgs.here.learner), 'not_found'],
			[nobody, 'sign_in_required'],
		] as const) {
			for (const work of [
				() => platform.act(orgs.here.org, actor, (ctx) => exportProgress(ctx, shipped, {}, words)),
				() => platform.act(orgs.here.org, actor, (ctx) => noteExport(ctx, shipped, {}, 'csv')),
			]) {
				await expect(work()).rejects.toMatchObject({ code });
			}
		}
		await act((ctx) => noteExport(ctx, shipped, { state: 'open', search: 'Rosa' }, 'xlsx'));
		const { rows } = await asAdministrator(platform, (admin) =>
			admin.query(`select actor_id, details from audit_entry where act = 'progress.exported'`),
		);
		expect(rows).toEqual([
			{
				actor_id: orgs.here.admin.id,
				details: { course: shipped, format: 'xlsx', state: 'open', search: 'yes' },
			},
		]);
	});

	it('holds exactly those whom the page lists under the same filter, of this organization alone', async () => {
		const { groups } = await act((ctx) => groupProgress(ctx, shipped, 'site'));
		for (const filter of [{}, { state: 'open' as const }, ...groups.map(({ key }) => ({ site: key }))]) {
			const listed = await act((ctx) => listProgress(ctx, shipped, filter));
			const { rows, next } = await take(filter);
			expect(numbers(rows)).toEqual(listed.people.map(({ number }) => number));
			expect(next).toBeUndefined();
		}
		expect((await take()).rows).toHaveLength(32);
	});

	it('goes on behind the last of a part, also among people of one name', async () => {
		const { rows } = await take();
		const { rows: people } = await asAdministrator(platform, (admin) =>
			admin.query<Behind & { number: string }>(
				`select id, number, family_name as "familyName", given_name as "givenName" from person where org_id = $1`,
				[orgs.here.org.id],
			),
		);
		const place = 17;
		const behind = people.find(({ number }) => number === rows[place]?.[0]);
		expect(numbers((await take({}, behind)).rows)).toEqual(numbers(rows.slice(place + 1)));
		expect(atOnce).toBeGreaterThan(1000);
	});

	it('shows the name of a site that would be a formula as text', async () => {
		const { rows } = await take({ search: '1001' });
		const [[, , , site] = []] = parse(writeCsv(rows)) as string[][];
		expect(site).toBe(`'=1+1`);
	});
});
