import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Choice } from '../../src/lib/learning/answer.ts';
import type { Course, Step } from '../../src/lib/learning/course.ts';
import { answerKey } from '../../src/lib/learning/server/weigh-answer.ts';
import { formsThrough } from '../harness/learners.ts';
import { ask } from '../ops/ask.ts';

/** Somebody with a session who has not begun the course. */
export interface Taker {
	readonly account: string;
	readonly enrollment: string;
	readonly cookie: string;
}

/** An answer as it was sent, however often, by the key that the database knows it by. */
export interface SentAnswer {
	readonly enrollment: string;
	readonly key: string;
	/** Whether it was answered with success at least once. */
	acknowledged: boolean;
}

export interface Streams {
	readonly sent: readonly SentAnswer[];
	/** How often a form had to be sent again. */
	readonly retries: () => number;
	readonly acknowledged: () => number;
	/** No more pauses and repetitions: everyone goes on to the end of the course. */
	finish(): Promise<void>;
}

/**
 * Lets everyone take the course at once, each answer after the other, and answer the questions again and again after
 * its end. A form is sent until it is acknowledged, always with the same key.
 * @param pauseMs the longest pause between two answers
 */
export function openStreams(
	site: { port: number; slug: string; course: Course },
	takers: readonly Taker[],
	random: () => number,
	pauseMs: number,
): Streams {
	const sent: SentAnswer[] = [];
	let retries = 0;
	let finishing = false;

	async function answer(taker: Taker, step: Step, option: readonly string[], path: readonly string[]) {
		const key = randomUUID();
		const one = {
			enrollment: taker.enrollment,
			key: answerKey(step.id, choiceOf(step, option, path), key),
			acknowledged: false,
		};
		sent.push(one);
		const address = `/o/${site.slug}/app/learn/${taker.enrollment}/${step.id}`;
		const form = { key, ...(option[0] && { option: option[0] }), path: path.join('/') };
		for (;;) {
			const said = await ask(site.port, address, { form, headers: { cookie: taker.cookie } }).catch(
				() => null,
			);
			if (said && said.status < 400) break;
			if (said && said.status < 500) throw new Error(`${step.id} was answered ${said.status}:\n${said.body}`);
			retries += 1;
			await sleep(20 + 100 * random());
		}
		one.acknowledged = true;
	}

	async function take(taker: Taker, place: number): Promise<void> {
		const ways = site.course.steps.map((step) => [step, formsThrough(site.course, step, place)] as const);
		for (const [step, forms] of ways) {
			for (const { option, path } of forms) {
				await answer(taker, step, option, path);
				if (!finishing) await sleep(pauseMs * random());
			}
		}
		const questions = ways.filter(([{ kind }]) => kind === 'question');
		for (let turn = 0; !finishing; turn += 1) {
			const [step, forms] = questions[turn % questions.length] ?? [];
			if (step && forms?.[0]) await answer(taker, step, forms[0].option, []);
			await sleep(pauseMs * random());
		}
	}

	const all = Promise.all(takers.map((taker, index) => take(taker, index)));
	all.catch(() => undefined); // told by finish()
	return {
		sent,
		retries: () => retries,
		acknowledged: () => sent.filter(({ acknowledged }) => acknowledged).length,
		async finish() {
			finishing = true;
			await all;
		},
	};
}

function choiceOf({ kind }: Step, option: readonly string[], path: readonly string[]): Choice {
	if (kind === 'question') return { kind, options: option };
	return kind === 'scene' ? { kind, path: [...path, ...option] } : { kind };
}
