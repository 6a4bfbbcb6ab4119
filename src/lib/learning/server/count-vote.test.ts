import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answers, formOf, newLearner, takeUntil, type Learner } from '../../../../tests/harness/learners.ts';
import type { TwoOrgs, TestOrg } from '../../../../tests/harness/orgs.ts';
import { as, openTestPlatform, type TestPlatform } from '../../../../tests/harness/platform.ts';
import { allRows, changes } from '../../../../tests/harness/rows.ts';
import { ship, smallCourse } from '../../../../tests/harness/small-course.ts';
import type { Distribution } from '../../platform/suppression/release-distribution.ts';
import { viewStep } from './view-step.ts';

describe('a poll', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	const voters: Learner[] = [];
	let number = 0;
	beforeAll(async () => {
		platform = await openTestPlatform();
		await ship(platform, smallCourse);
		orgs = await platform.twoOrgs();
	});
	afterAll(() => platform.close());

	async function voterIn(home: TestOrg): Promise<Learner> {
		const voter = await newLearner(platform, home, `Voter Number${(number += 1)}`, 'small');
		voters.push(voter);
		await takeUntil(platform, voter, 'poll');
		return voter;
	}
	async function votes(option: string, home = orgs.here): Promise<Learner> {
		const voter = await voterIn(home);
		await answers(platform, voter, 'poll', formOf({ option: [option] }));
		return voter;
	}
	async function result(voter: Learner): Promise<Distribution | null> {
		const view = await platform.act(voter.person.org, as(voter.person), (ctx) =>
			viewStep(ctx, voter.enrollment, 'poll', 'en'),
		);
		if ('goTo' in view || view.step.body.kind !== 'poll') throw new Error('no poll');
		return view.step.body.result;
	}

	it('shows nothing to who has not voted, and says how many are missing to who has', async () => {
		const voter = await voterIn(orgs.here);
		expect(await result(voter)).toBeNull();
		const changed = await changes(platform, () =>
			answers(platform, voter, 'poll', formOf({ option: ['often'] })),
		);
		expect(changed).toEqual({ answer: '+1', poll_tally: '+1' });
		expect(await result(voter)).toEqual({ state: 'waiting', needed: 9 });
	});

	it('counts one vote of a person, whatever they send again', async () => {
		const voter = await voterIn(orgs.here);
		const form = formOf({ option: ['often'] });
		const changed = await changes(platform, () => answers(platform, voter, 'poll', form));
		expect(changed).toEqual({ answer: '+1', poll_tally: '+1 -1' });
		for (const again of [form, { ...form, option: ['never'] }, formOf({ option: ['never'] })]) {
			expect(await changes(platform, () => answers(platform, voter, 'poll', again))).toEqual({});
		}
	});

	it('counts one vote of a person who sends many at once', async () => {
		const voter = await voterIn(orgs.here);
		const options = ['often', 'never', 'often', 'never'];
		const changed = await changes(platform, () =>
			Promise.all(options.map((option) => answers(platform, voter, 'poll', formOf({ option: [option] })))),
		);
		expect(changed).toEqual({ answer: '+1', poll_tally: '+1 -1' });
		expect(await result(voter)).toEqual({ state: 'waiting', needed: 7 });
	});

	it('loses no vote of people who vote at the same moment', async () => {
		const six = await Promise.all([1, 2, 3, 4, 5, 6].map(() => voterIn(orgs.here)));
		await Promise.all(six.map((voter) => answers(platform, voter, 'poll', formOf({ option: ['never'] }))));
		expect(await result(six[0] as Learner)).toEqual({ state: 'waiting', needed: 1 });
		expect((await allRows(platform)).get('poll_release')).toEqual([]);
	});

	it('is shown from the tenth on, and stays as it is until the twentieth', async () => {
		const tenth = await votes('often');
		const shown = await result(tenth);
		expect(shown).toMatchObject({ state: 'shown', people: 10, most: null });
		const percent = shown?.state === 'shown' ? Object.values(shown.percent ?? {}) : [];
		expect(percent.reduce((sum, one) => sum + one, 0)).toBe(100);
		for (let vote = 11; vote < 20; vote += 1) {
			const voter = await votes('never');
			expect(await result(voter), `after ${vote} votes`).toEqual(shown);
		}
		const twentieth = await votes('never');
		expect(await result(twentieth)).toMatchObject({ state: 'shown', people: 20 });
		expect(await result(twentieth)).not.toEqual(shown);
	});

	it('of another organization is counted apart', async () => {
		const stranger = await votes('often', orgs.there);
		expect(await result(stranger)).toEqual({ state: 'waiting', needed: 9 });
	});

	it('told as "most" where nearly all agree, without figures', async () => {
		let last = await votes('often', orgs.there);
		for (let vote = 3; vote <= 10; vote += 1) last = await votes(vote === 5 ? 'never' : 'often', orgs.there);
		expect(await result(last)).toEqual({ state: 'shown', people: 10, percent: null, most: 'often' });
	});

	it('leaves no row that holds a voter and what they chose', async () => {
		const rows = await allRows(platform);
		const course = ['shipped_course', 'course_version'];
		for (const [table, all] of rows) {
			if (course.includes(table)) continue;
			for (const row of all) {
				const names = voters.some(
					({ enrollment, person }) => row.includes(enrollment) || row.includes(person.id),
				);
				const tells = /often|never/.test(row);
				expect(names && tells, `${table}: ${row}`).toBe(false);
				if (tells) expect(['poll_tally', 'poll_release']).toContain(table);
			}
		}
		// Counts alone: two polls, one row each, nothing in it that tells when or in which order.
		const tallies = (rows.get('poll_tally') ?? []).map((row) =>
			Object.keys(JSON.parse(row) as object).sort(),
		);
		expect(tallies).toEqual([1, 2].map(() => ['course', 'org_id', 'step', 'votes']));
	});
});
