import type { Locator, Page } from '@playwright/test';
import { expect } from '../../harness/journey.ts';
import { mouse, type Hands } from './hands.ts';
import type { Words } from './words.ts';

/** Someone who takes the course: on which page, with which words and hands. */
export interface Learner {
	readonly page: Page;
	readonly words: Words;
	readonly hands?: Hands;
	/** Called on every page as it stands, before and after its answer. */
	readonly look?: (page: Page) => Promise<void>;
}

export type StepKind = 'read' | 'question' | 'poll' | 'scene';

/** What a step asks for, by what stands on its page. */
export async function kindOfStep({ page, words }: Learner): Promise<StepKind> {
	if ((await page.locator('main input[name=next]').count()) > 0) return 'read';
	if ((await page.locator('main input[name=path]').count()) > 0) return 'scene';
	return (await page.getByText(words.learning_poll_note()).count()) > 0 ? 'poll' : 'question';
}

/** The ways to act that wait in a scene. */
export const choices = ({ page, words }: Learner): Locator =>
	page.getByRole('group', { name: words.learning_scene_what() }).getByRole('button');

/** The options of a question or a poll. */
export const options = ({ page }: Learner): Locator => page.locator('main form input[name=option]');

/** What came of an answer. */
export const now = ({ page }: Learner): Locator => page.locator('#now');

/** Answers a question by these options. */
export async function answer(learner: Learner, ...which: readonly number[]): Promise<void> {
	const { page, words, hands = mouse } = learner;
	for (const index of which) await hands.mark(options(learner).nth(index));
	const submits = [words.learning_question_submit(), words.learning_poll_submit()].map((name) =>
		page.getByRole('button', { name }),
	);
	await hands.press((submits[0] as Locator).or(submits[1] as Locator));
	await expect(options(learner)).toHaveCount(0);
}

/** Takes one of the ways that wait, and sees what comes of it. */
export async function decide(learner: Learner, which: number): Promise<void> {
	const before = await turns(learner).count();
	await (learner.hands ?? mouse).press(choices(learner).nth(which));
	await expect(turns(learner)).toHaveCount(before + 1);
}

/** What one did so far in a scene: each with its way back. */
export const turns = ({ page, words }: Learner): Locator =>
	page.getByRole('button', { name: words.learning_scene_rewind() });

/** Plays a scene to its end, always by the same of the ways that wait. */
export async function playToEnd(learner: Learner, which: number): Promise<void> {
	while ((await choices(learner).count()) > 0) {
		await decide(learner, which);
		await learner.look?.(learner.page);
	}
	await expect(learner.page.getByText(learner.words.learning_scene_end())).toBeVisible();
}

/** Does what the step asks for. */
export async function takeStep(learner: Learner): Promise<void> {
	const { page, words, hands = mouse, look } = learner;
	const kind = await kindOfStep(learner);
	const path = new URL(page.url()).pathname;
	await look?.(page);
	if (kind === 'read') await hands.press(page.locator('main form button'));
	else {
		if (kind === 'scene') await playToEnd(learner, 0);
		else {
			await answer(learner, 1);
			await look?.(page);
		}
		const onward = page.getByRole('link', { name: words.learning_step_next(), exact: true });
		await hands.press(onward.or(page.getByRole('link', { name: words.learning_step_finish(), exact: true })));
	}
	await page.waitForURL((url) => url.pathname !== path);
}

/** Begins, or goes on where one stopped, from the page that says what is one's to finish. */
export async function beginCourse({ page, words, hands = mouse }: Learner): Promise<void> {
	const begin = page.getByRole('link', { name: words.learning_today_begin(), exact: true });
	await hands.press(begin.or(page.getByRole('link', { name: words.learning_today_resume(), exact: true })));
	await page.waitForURL(/\/learn\//);
}

/** Takes every step up to one of this kind. */
export async function goTo(learner: Learner, kind: StepKind): Promise<void> {
	while ((await kindOfStep(learner)) !== kind) await takeStep(learner);
}

/** Takes every step that is left, to the page that says thank you. */
export async function takeToTheEnd(learner: Learner): Promise<number> {
	let steps = 0;
	for (; !learner.page.url().endsWith('/done'); steps += 1) await takeStep(learner);
	return steps;
}
