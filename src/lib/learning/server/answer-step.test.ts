import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answers, formOf, newLearner, takeUntil, type Learner } from '../../../../tests/harness/learners.ts';
import type { TwoOrgs } from '../../../../tests/harness/orgs.ts';
import { as, nobody, openTestPlatform, type TestPlatform } from '../../../../tests/harness/platform.ts';
import { allRows, changes } from '../../../../tests/harness/rows.ts';
import { ship, smallCourse } from '../../../../tests/harness/small-course.ts';
import type { Ctx } from '../../platform/context.ts';
import { answerStep } from './answer-step.ts';
import { courseEnd } from './course-end.ts';
import { currentStep, viewStep } from './view-step.ts';

describe('an answer', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	let count = 0;
	beforeAll(async () => {
		platform = await openTestPlatform();
		await ship(platform, smallCourse);
		orgs = await platform.twoOrgs();
	});
	afterAll(() => platform.close());

	/** Somebody new who has taken the course up to a step. */
	async function learnerAt(step: string): Promise<Learner> {
		const learner = await newLearner(platform, orgs.here, `Learner Number${(count += 1)}`, 'small');
		await takeUntil(platform, learner, step);
		return learner;
	}
	const answer = (learner: Learner, step: string, form = formOf()) => answers(platform, learner, step, form);

	it('to the first step of all says that the course was started, once', async () => {
		const learner = await learnerAt('welcome');
		const changed = await changes(platform, () => answer(learner, 'welcome'));
		expect(changed).toEqual({ answer: '+1', event: '+1', 'job event': '+1', progress: '+1' });
		const more = await changes(platform, () => answer(learner, 'one', formOf({ option: ['ask'] })));
		expect(more).toEqual({ answer: '+1' });
	});

	it('to the last step completes the course, once', async () => {
		const learner = await learnerAt('talk');
		const form = formOf({ option: ['ask'] });
		const changed = await changes(platform, async () => {
			expect(await answer(learner, 'talk', form)).toEqual({ stepComplete: true, courseComplete: true });
		});
		const once = { answer: '+1', completion: '+1', event: '+1', 'job event': '+1', progress: '+1 -1' };
		expect(changed).toEqual(once);
		const another = () => answer(learner, 'talk', formOf({ option: ['wait'] }));
		expect(await changes(platform, another)).toEqual({ answer: '+1' });
	});

	it('sent twice is one answer; with the same key, another choice is another one', async () => {
		const learner = await learnerAt('one');
		const form = formOf({ option: ['ask'] });
		expect(await changes(platform, () => answer(learner, 'one', form))).toEqual({ answer: '+1' });
		expect(await changes(platform, () => answer(learner, 'one', form))).toEqual({});
		const other = { ...form, option: ['wait'] };
		expect(await changes(platform, () => answer(learner, 'one', other))).toEqual({ answer: '+1' });
		const view = await platform.act(orgs.here.org, as(learner.person), (ctx) =>
			viewStep(ctx, learner.enrollment, 'one', 'en'),
		);
		expect(view).toMatchObject({
			step: {
				complete: true,
				body: {
					options: [
						{ id: 'ask', chosen: false },
						{ id: 'wait', chosen: true },
					],
				},
			},
		});
	});

	it('sent many times at once is one answer', async () => {
		const learner = await learnerAt('welcome');
		const form = formOf();
		const changed = await changes(platform, () =>
			Promise.all([1, 2, 3, 4].map(() => answer(learner, 'welcome', form))),
		);
		expect(changed).toEqual({ answer: '+1', event: '+1', 'job event': '+1', progress: '+1' });
	});

	it.each<[string, string, string, Partial<ReturnType<typeof formOf>>]>([
		['a step that is locked', 'one', 'many', { option: ['ask'] }],
		['no option', 'one', 'one', {}],
		['an option that is not offered', 'one', 'one', { option: ['fight'] }],
		['two options where one may be chosen', 'one', 'one', { option: ['ask', 'wait'] }],
		['one wrong option among right ones', 'many', 'many', { option: ['ask', 'fight'] }],
		['two options of a poll', 'poll', 'poll', { option: ['often', 'never'] }],
		['no option of a poll', 'poll', 'poll', {}],
		['a way that a scene does not have', 'talk', 'talk', { path: ['ask', 'ask'] }],
		['a choice that a scene does not offer', 'talk', 'talk', { option: ['leave'] }],
	])('to %s is refused and changes nothing', async (_, at, step, wish) => {
		const learner = await learnerAt(at);
		const changed = await changes(platform, async () => {
			await expect(answer(learner, step, formOf(wish))).rejects.toMatchObject({ code: 'invalid_input' });
		});
		expect(changed).toEqual({});
	});

	it('that is right where a wrong one was refused, is taken', async () => {
		const [many, talk] = [await learnerAt('many'), await learnerAt('talk')];
		const both = formOf({ option: ['wait', 'ask', 'ask'] });
		expect(await changes(platform, () => answer(many, 'many', both))).toEqual({ answer: '+1' });
		expect(await answer(talk, 'talk', formOf())).toEqual({ stepComplete: false, courseComplete: false });
		expect(await answer(talk, 'talk', formOf({ path: ['ask'] }))).toMatchObject({ courseComplete: true });
	});

	it("to somebody else's course is not found, as if it were not there", async () => {
		const learner = await learnerAt('welcome');
		const doors: ((ctx: Ctx, enrollment: string) => Promise<unknown>)[] = [
			(ctx, enrollment) => answerStep(ctx, enrollment, 'welcome', formOf()),
			(ctx, enrollment) => viewStep(ctx, enrollment, 'welcome', 'en'),
			(ctx, enrollment) => currentStep(ctx, enrollment),
			(ctx, enrollment) => courseEnd(ctx, enrollment, 'en'),
		];
		const changed = await changes(platform, async () => {
			for (const open of doors) {
				for (const stranger of [orgs.here.admin, orgs.here.learner, orgs.there.learner, orgs.there.admin]) {
					for (const enrollment of [learner.enrollment, randomUUID()]) {
						const attempt = platform.act(stranger.org, as(stranger), (ctx) => open(ctx, enrollment));
						await expect(attempt).rejects.toMatchObject({ code: 'not_found' });
					}
				}
				const unknown = platform.act(orgs.here.org, nobody, (ctx) => open(ctx, learner.enrollment));
				await expect(unknown).rejects.toMatchObject({ code: 'sign_in_required' });
			}
			await expect(answer(learner, 'nowhere')).rejects.toMatchObject({ code: 'not_found' });
		});
		expect(changed).toEqual({});
	});

	it('never completes a course twice or not at all when the answers to the last two steps come at once', async () => {
		const rounds = process.env.UPSTANDER_FULL ? 60 : 12;
		for (let round = 0; round < rounds; round += 1) {
			const learner = await learnerAt('poll');
			const poll = answer(learner, 'poll', formOf({ option: ['often'] }));
			const early = ['ask', 'wait', 'ask'].map((option) =>
				answer(learner, 'talk', formOf({ option: [option] })),
			);
			const [first, ...others] = await Promise.allSettled([poll, ...early]);
			expect(first?.status).toBe('fulfilled');
			const taken = others.filter(({ status }) => status === 'fulfilled').length;
			await answer(learner, 'talk', formOf({ option: ['ask'] }));
			const rows = await allRows(platform);
			const mine = (table: string, part = '') =>
				(rows.get(table) ?? []).filter((row) => row.includes(learner.enrollment) && row.includes(part))
					.length;
			expect([mine('completion'), mine('event', 'course.completed')]).toEqual([1, 1]);
			expect(mine('answer', '"talk"')).toBe(taken + 1);
		}
	});
});
