import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	answers,
	formOf,
	formsThrough,
	newLearner,
	type Learner,
} from '../../../../tests/harness/learners.ts';
import type { TestOrg, TwoOrgs } from '../../../../tests/harness/orgs.ts';
import { openTestPlatform, system, type TestPlatform } from '../../../../tests/harness/platform.ts';
import { allRows, changes } from '../../../../tests/harness/rows.ts';
import { ship, smallCourse } from '../../../../tests/harness/small-course.ts';
import type { AnswerForm } from '../answer.ts';
import { recordAnswers, type PastAnswer } from './record-answers.ts';

interface Moment {
	/** Which learner. */
	readonly who: number;
	readonly step: string;
	readonly form: AnswerForm;
	readonly at: Date;
}

describe('answers that are recorded in bulk', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	let story: Moment[];
	const learners = new Map<TestOrg, Learner[]>();

	beforeAll(async () => {
		platform = await openTestPlatform();
		await ship(platform, smallCourse);
		orgs = await platform.twoOrgs();
		for (const home of [orgs.here, orgs.there]) {
			const takers = [];
			for (let who = 0; who < 23; who += 1) {
				takers.push(await newLearner(platform, home, `Taker Number${who}`, 'small'));
			}
			learners.set(home, takers);
		}
		story = tell(learners.get(orgs.here) ?? []);
	});
	afterAll(() => platform.close());

	/** Most go through, some stop before the end, some answer twice, vote again or change their mind; a day between any two. */
	function tell(takers: readonly Learner[]): Moment[] {
		const moments: Omit<Moment, 'at'>[] = [];
		for (const [who, { course }] of takers.entries()) {
			const steps = who % 5 === 4 ? course.steps.slice(0, -1) : course.steps;
			for (const step of steps) {
				const forms = formsThrough(course, step, who);
				for (const form of forms) moments.push({ who, step: step.id, form });
				const [first] = forms;
				if (who % 7 === 0 && first) moments.push({ who, step: step.id, form: first });
				if (who % 3 === 0 && step.options[0])
					moments.push({ who, step: step.id, form: formOf({ option: [step.options[0]] }) });
			}
		}
		return moments.map((moment, index) => ({
			...moment,
			at: new Date(Date.UTC(2026, 5, 1 + Math.floor(index / 4), 9, index % 60)),
		}));
	}

	const past = (home: TestOrg, moments: readonly Moment[]): PastAnswer[] =>
		moments.map(({ who, step, form, at }) => ({
			enrollmentId: learners.get(home)?.[who]?.enrollment ?? '',
			stepId: step,
			form,
			at,
		}));

	/** What is stored in an organization, with the learner's place in line for every id. */
	async function stored(home: TestOrg): Promise<Record<string, unknown[]>> {
		const all = await allRows(platform, home.org.id);
		const rows = (table: string) => (all.get(table) ?? []).map((row) => anonymous(home, row)).sort();
		return {
			answers: rows('answer'),
			completions: rows('completion'),
			tallies: rows('poll_tally'),
			releases: rows('poll_release'),
			events: rows('event').filter((row) => /"course\.(started|completed)"/.test(row)),
		};
	}
	function anonymous(home: TestOrg, row: string): string {
		let text = row.replaceAll(home.org.id, 'org').replace(/"(id|position)": ("[^"]+"|\d+), /g, '');
		for (const [who, { person, enrollment }] of (learners.get(home) ?? []).entries()) {
			text = text.replaceAll(person.id, `person ${who}`).replaceAll(enrollment, `enrollment ${who}`);
		}
		return text;
	}

	it('leave behind what they would have left one by one', async () => {
		const { now } = platform.clock;
		for (const { who, step, form, at } of story) {
			platform.clock.now = at;
			const learner = learners.get(orgs.here)?.[who];
			if (learner) await answers(platform, learner, step, form);
		}
		platform.clock.now = now;
		const middle = Math.floor(story.length / 2);
		for (const part of [story.slice(0, middle), story.slice(middle)]) {
			await platform.act(orgs.there.org, system, (ctx) => recordAnswers(ctx, past(orgs.there, part)));
		}
		const oneByOne = await stored(orgs.here);
		expect(await stored(orgs.there)).toEqual(oneByOne);
		for (const table of Object.values(oneByOne)) expect(table.length).toBeGreaterThan(0);
		expect(oneByOne.completions).toHaveLength(19);
	});

	it('that are recorded already change nothing', async () => {
		const again = () =>
			platform.act(orgs.there.org, system, (ctx) => recordAnswers(ctx, past(orgs.there, story)));
		expect(await changes(platform, again)).toEqual({});
	});

	it('are refused whole when a step does not offer one of them', async () => {
		const late = await newLearner(platform, orgs.there, 'Late Comer', 'small');
		const answer = (stepId: string, form = formOf()) => ({
			enrollmentId: late.enrollment,
			stepId,
			form,
			at: new Date(Date.UTC(2026, 8, 1)),
		});
		const good = [answer('welcome')];
		const elsewhere = learners.get(orgs.here)?.[0]?.enrollment ?? '';
		const bad = [
			answer('talk', formOf({ option: ['ask'] })),
			answer('one', formOf({ option: ['no-such-option'] })),
			answer('no-such-step'),
			{ ...answer('welcome'), enrollmentId: elsewhere },
		];
		for (const wrong of bad) {
			const attempt = () =>
				platform
					.act(orgs.there.org, system, (ctx) => recordAnswers(ctx, [...good, wrong]))
					.then(
						() => 'taken',
						() => 'refused',
					);
			expect(await changes(platform, async () => void expect(await attempt()).toBe('refused'))).toEqual({});
		}
	});
});
