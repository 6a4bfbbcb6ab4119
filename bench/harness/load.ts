import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Ask, Outcome, Plan } from './client.ts';

/** How many people at once, none of whom stops to think. */
export const streams = 16;

/** Lets the people of the plan loose on the app and waits for their end. */
export async function load(plan: Plan): Promise<Outcome> {
	const child = fork(join(import.meta.dirname, 'client.ts'), {
		execArgv: [],
		env: { PATH: process.env.PATH },
	});
	child.send(plan);
	const [outcome] = (await once(child, 'message')) as [Outcome];
	return outcome;
}

/** Deals what is to be asked to the streams, one after the other. */
export function deal(asks: readonly (readonly Ask[])[], hands = streams): Ask[][] {
	return Array.from({ length: hands }, (_, hand) => asks.filter((_, index) => index % hands === hand).flat());
}

/** @throws Error when something was refused: a number measured over refusals says nothing. */
export function unrefused(outcome: Outcome): Outcome {
	const refused = Object.entries(outcome.refused).map(([status, count]) => `${count} × ${status}`);
	if (refused.length > 0) throw new Error(`Refused: ${refused.join(', ')}`);
	return outcome;
}

export const perSecond = ({ times, seconds }: Outcome) => times.length / seconds;
