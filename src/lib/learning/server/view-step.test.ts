import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answers, formOf, newLearner, takeUntil, type Learner } from '../../../../tests/harness/learners.ts';
import { as, openTestPlatform, type TestPlatform } from '../../../../tests/harness/platform.ts';
import { changes } from '../../../../tests/harness/rows.ts';
import { ship, smallCourse } from '../../../../tests/harness/small-course.ts';
import type { Locale } from '../../platform/context.ts';
import type { PlayerView } from '../player.ts';
import { courseEnd } from './course-end.ts';
import { ownCourses } from './own-courses.ts';
import { currentStep, viewStep } from './view-step.ts';

describe('a step on its page', () => {
	let platform: TestPlatform;
	let learner: Learner;
	beforeAll(async () => {
		platform = await openTestPlatform();
		await ship(platform, smallCourse);
		const { here } = await platform.twoOrgs();
		learner = await newLearner(platform, here, 'Priya Raman', 'small');
	});
	afterAll(() => platform.close());

	const act = <Result>(work: Parameters<typeof platform.act<Result>>[2]) =>
		platform.act(learner.person.org, as(learner.person), work);
	const see = (step: string, locale: Locale = 'en') =>
		act((ctx) => viewStep(ctx, learner.enrollment, step, locale));
	const seen = async (step: string, locale?: Locale) => {
		const view = await see(step, locale);
		if ('goTo' in view) throw new Error(`${step} is locked`);
		return view satisfies PlayerView;
	};

	it('shows the first one, and sends from a locked one to it', async () => {
		const view = await seen('welcome');
		expect(view).toMatchObject({
			courseTitle: 'A small course',
			minutesDone: 0,
			minutes: 5,
			previous: null,
			next: 'one',
		});
		expect(view.step).toMatchObject({
			number: 1,
			of: 5,
			section: 'First',
			complete: false,
			body: { continue: 'Begin' },
		});
		expect(view.sections.flatMap(({ steps }) => steps.map(({ state }) => state))).toEqual([
			'current',
			'locked',
			'locked',
			'locked',
			'locked',
		]);
		for (const locked of ['one', 'many', 'poll', 'talk'])
			expect(await see(locked)).toEqual({ goTo: 'welcome' });
		expect(await act((ctx) => courseEnd(ctx, learner.enrollment, 'en'))).toEqual({ goTo: 'welcome' });
	});

	it('speaks the language that is asked for, and changes nothing by being looked at', async () => {
		const changed = await changes(platform, async () => {
			expect((await seen('welcome', 'es')).step).toMatchObject({
				title: 'Hola',
				html: '<p>Qué bueno <em>verte</em>.</p>',
			});
			expect((await seen('welcome', 'en')).step.title).toBe('Welcome');
		});
		expect(changed).toEqual({});
	});

	it('says nothing about an option before it is answered, and about every option after', async () => {
		await answers(platform, learner, 'welcome');
		const feedback = async () => {
			const { body } = (await seen('one')).step;
			return body.kind === 'question' ? body.options.map((option) => option.feedback) : [];
		};
		expect(await feedback()).toEqual(['', '']);
		expect(JSON.stringify(await seen('one'))).not.toContain('They tell you');
		await answers(platform, learner, 'one', formOf({ option: ['wait'] }));
		expect(await feedback()).toEqual(['<p>They tell you <em>why</em>.</p>', '<p>You see more later.</p>']);
	});

	it('goes on where one stopped, in another browser too', async () => {
		expect(await act((ctx) => currentStep(ctx, learner.enrollment))).toBe('many');
		expect(await see('talk')).toEqual({ goTo: 'many' });
		const [course] = await act((ctx) => ownCourses(ctx, 'en'));
		expect(course).toMatchObject({
			minutesDone: 2,
			started: true,
			complete: false,
			nextTitle: 'What could you do?',
		});
		expect((await seen('welcome')).step.complete).toBe(true);
	});

	it('shows a scene from its opening through what one chose to its end, and what was tried', async () => {
		await takeUntil(platform, learner, 'talk');
		const scene = async () => {
			const { body } = (await seen('talk')).step;
			if (body.kind !== 'scene') throw new Error('no scene');
			return body;
		};
		expect(await scene()).toMatchObject({ path: '', turns: [], end: null, tried: 0, ways: 2 });
		await answers(platform, learner, 'talk', formOf({ option: ['wait'] }));
		expect(await scene()).toMatchObject({ path: 'wait', end: 'again', tried: 1, ways: 2, choices: [] });
		await answers(platform, learner, 'talk', formOf({ path: [] }));
		expect((await scene()).choices.map(({ id, tried }) => [id, tried])).toEqual([
			['ask', false],
			['wait', true],
		]);
		await answers(platform, learner, 'talk', formOf({ option: ['ask'] }));
		expect(await scene()).toMatchObject({ path: 'ask', end: 'told', tried: 2, ways: 2 });
	});

	it('shows the end once every step is complete', async () => {
		const end = await act((ctx) => courseEnd(ctx, learner.enrollment, 'es'));
		expect(end).toEqual({ title: 'Un curso pequeño', scenes: [{ id: 'talk', title: 'Una charla' }] });
		expect(await act((ctx) => currentStep(ctx, learner.enrollment))).toBe('talk');
		const [course] = await act((ctx) => ownCourses(ctx, 'en'));
		expect(course).toMatchObject({ minutesDone: 5, complete: true, nextTitle: '' });
	});
});
