import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { courseDesk } from '../../../../tests/harness/course-desk.ts';
import type { TwoOrgs } from '../../../../tests/harness/orgs.ts';
import { as, nobody, openTestPlatform, type TestPlatform } from '../../../../tests/harness/platform.ts';
import { changes } from '../../../../tests/harness/rows.ts';
import { ship, smallCourse } from '../../../../tests/harness/small-course.ts';
import { overlayCourse } from './overlay-course.ts';

const file = 'steps/welcome.md';
const ships = smallCourse[file] ?? '';
const own = ships.replace('Good to see', 'Welcome to the ward, good to see');

describe("an organization's own words", () => {
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
	});
	afterAll(() => platform.close());

	it('are for program admins alone', async () => {
		const changed = await changes(platform, async () => {
			for (const [actor, code] of [
				[as(orgs.here.learner), 'not_found'],
				[nobody, 'sign_in_required'],
			] as const) {
				const attempt = platform.act(orgs.here.org, actor, (ctx) =>
					overlayCourse(ctx, 'small', { [file]: own }),
				);
				await expect(attempt).rejects.toMatchObject({ code });
			}
		});
		expect(changed).toEqual({});
	});

	it('make a version for who begins from now on, in this organization alone', async () => {
		const [before, elsewhere] = [await here.begins('Early Bird'), await there.begins('Other House')];
		const changed = await changes(platform, () => here.lay({ [file]: own }));
		expect(changed).toEqual({
			course_overlay: '+1',
			course_version: '+1',
			course_adoption: '+1',
			audit_entry: '+1',
		});
		expect(await (await here.begins('Late Riser')).words()).toContain('Welcome to the ward');
		expect(await before.words()).not.toContain('Welcome to the ward');
		expect(await elsewhere.words()).not.toContain('Welcome to the ward');
		expect(await (await there.begins('Other Later')).words()).not.toContain('Welcome to the ward');
		expect(await here.course()).toMatchObject({ ownTexts: 1, newer: false });
		expect(await there.course()).toMatchObject({ ownTexts: 0, newer: false });
	});

	it('show how they differ from what ships', async () => {
		const [english, spanish] = await here.files();
		expect(english).toMatchObject({ own: true, content: own, shippedChange: [] });
		expect(english?.difference.filter(({ is }) => is !== 'same')).toEqual([
			{ is: 'removed', text: 'Good to see *you*.' },
			{ is: 'added', text: 'Welcome to the ward, good to see *you*.' },
		]);
		expect(spanish).toMatchObject({ own: false, difference: [], shippedChange: [] });
	});

	it('written again as they are, and with line ends of Windows, change no version', async () => {
		const hash = await here.adopted();
		const changed = await changes(platform, () => here.lay({ [file]: own.replaceAll('\n', '\r\n') }));
		expect(changed.course_version).toBeUndefined();
		expect(changed.course_adoption).toBeUndefined();
		expect(await here.adopted()).toBe(hash);
	});

	it.each([
		['without front matter', 'Hello', 1, 'must begin with front matter between two lines of three hyphens.'],
		[
			'of another kind',
			ships.replace('kind: read', 'kind: game'),
			1,
			'kind: must be read, question, scene or poll.',
		],
		[
			'with an unknown directive',
			`${ships}\n:::video\nx\n:::\n`,
			9,
			'knows no directive "video"; there is only "option".',
		],
	])('%s are refused by line, and nothing changes', async (_, words, line, reason) => {
		const changed = await changes(platform, async () => {
			const outcome = await here.lay({ [file]: words });
			expect(outcome.ok).toBe(false);
			expect(outcome.ok ? [] : outcome.problems).toContainEqual({ file, line, reason });
		});
		expect(changed).toEqual({});
	});

	it('for a file that the course does not have are not found', async () => {
		const changed = await changes(platform, async () => {
			for (const name of ['steps/other.md', '../../../etc/passwd', '__proto__', 'constructor']) {
				await expect(here.lay({ [name]: own }), name).rejects.toMatchObject({ code: 'not_found' });
			}
		});
		expect(changed).toEqual({});
	});
});
