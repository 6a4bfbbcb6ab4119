import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { courseDesk } from '../../../../tests/harness/course-desk.ts';
import { answers, formOf, takeUntil } from '../../../../tests/harness/learners.ts';
import type { TwoOrgs } from '../../../../tests/harness/orgs.ts';
import { openTestPlatform, system, type TestPlatform } from '../../../../tests/harness/platform.ts';
import { allRows, changes } from '../../../../tests/harness/rows.ts';
import { ship, smallCourse, smallCourseWith } from '../../../../tests/harness/small-course.ts';
import { courseVersionByHash } from './course-version.ts';

const file = 'steps/welcome.md';
const ships = smallCourse[file] ?? '';
const own = ships.replace('Good to see', 'Welcome to the ward, good to see');
const next = ships.replace('*you*', '*all of you*');

describe('when other words ship', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	let here: ReturnType<typeof courseDesk>;
	let there: ReturnType<typeof courseDesk>;
	beforeAll(async () => {
		platform = await openTestPlatform();
		await ship(platform, smallCourse);
		orgs = await platform.twoOrgs();
		here = courseDesk(platform, orgs.here);
		there = courseDesk(platform, orgs.there);
		await here.lay({ [file]: own });
		await there.course();
		platform.clock.pass({ days: 30 });
	});
	afterAll(() => platform.close());

	it('nothing changes for anybody at first, and the desk shows what changed under its own words', async () => {
		const before = await here.adopted();
		const changed = await changes(platform, () => ship(platform, smallCourseWith({ [file]: next })));
		expect(changed).toEqual({ shipped_course: '+1' });
		expect(await here.adopted()).toBe(before);
		expect(await here.course()).toMatchObject({ newer: true, ownTexts: 1 });
		const steps = (await here.course())?.steps.map(({ id, own, changedUnder }) => [id, own, changedUnder]);
		expect(steps?.slice(0, 2)).toEqual([
			['welcome', true, true],
			['one', false, false],
		]);
		const [english] = await here.files();
		expect(english?.content).toBe(own);
		expect(english?.shippedChange.filter(({ is }) => is !== 'same')).toEqual([
			{ is: 'removed', text: 'Good to see *you*.' },
			{ is: 'added', text: 'Good to see *all of you*.' },
		]);
	});

	it('and ship once more with the next start, that is no other version', async () => {
		platform.clock.pass({ days: 1 });
		const changed = await changes(platform, () => ship(platform, smallCourseWith({ [file]: next })));
		expect(changed).toEqual({});
	});

	it('an organization takes them when it likes to, with its own words laid over again', async () => {
		const changed = await changes(platform, async () =>
			expect(await here.take()).toMatchObject({ ok: true }),
		);
		expect(changed).toEqual({ course_adoption: '+1', course_version: '+1', audit_entry: '+1' });
		expect(await here.course()).toMatchObject({ newer: false, ownTexts: 1 });
		expect(await there.course()).toMatchObject({ newer: true, ownTexts: 0 });
		expect(await (await here.begins('After Change')).words()).toContain('Welcome to the ward');
		expect(await (await there.begins('Not Yet')).words()).toContain('Good to see <em>you</em>');
	});

	it('and own words are made equal to them, those are lifted', async () => {
		const changed = await changes(platform, () => here.lay({ [file]: `\n${next}\n` }));
		expect(changed).toMatchObject({ course_overlay: '-1' });
		expect(await here.course()).toMatchObject({ ownTexts: 0, newer: false });
		const words = await (await here.begins('As Shipped')).words();
		expect(words).toContain('all of you');
		expect(words).not.toContain('ward');
	});

	it('people in the middle finish what they began, and their answers stay readable', async () => {
		const { learner, words } = await here.begins('In Between');
		await takeUntil(platform, learner, 'talk');
		const began = await here.adopted();
		await here.lay({ [file]: own });
		expect(await here.adopted()).not.toBe(began);

		await answers(platform, learner, 'talk', formOf({ option: ['ask'] }));
		expect(await words()).toContain('all of you');
		const rows = await allRows(platform);
		const mine = (table: string) => rows.get(table)?.filter((row) => row.includes(learner.enrollment)) ?? [];
		expect(mine('answer')).toHaveLength(5);
		expect(mine('completion')).toHaveLength(1);
		for (const row of [...mine('answer'), ...mine('completion')]) expect(row).toContain(began);

		const version = await platform.act(orgs.here.org, system, (ctx) => courseVersionByHash(ctx, began));
		expect(version.compiled.text.en?.steps.welcome?.html).toContain('all of you');
	});
});
