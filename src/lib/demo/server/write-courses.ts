import { v7 as uuidv7 } from 'uuid';
import * as v from 'valibot';
import type { Ctx } from '../../platform/context.ts';
import { audienceSchema } from '../../people/audience.ts';
import { recordAnswers } from '../../learning/server/record-answers.ts';
import { askWithoutMail } from '../../program/server/ask-people.ts';
import { noteLaunch } from '../../program/server/launch-course.ts';
import { plannedSites } from '../places.ts';
import type { PlannedAnswer, PlannedLaunch } from './invent-history.ts';
import { chunks, type Known } from './write-people.ts';

/** So few at once that pages are served between them. */
const atOnce = 200;

/** What has been launched so far, and who takes what. */
export interface Under {
	readonly launches: { readonly id: string; readonly course: string }[];
	/** By course and account. */
	readonly enrollments: Map<string, string>;
	/** Who was not asked when they would have answered: they were elsewhere then. */
	readonly passedOver: Set<string>;
}

/** Launches a course at the moment of the context, for the sites of some states and whoever joins them. */
export async function writeLaunch(
	ctx: Ctx,
	{ course, regions, dueOn }: PlannedLaunch,
	launchedBy: string,
	known: Known,
	under: Under,
): Promise<void> {
	const here = plannedSites.filter(({ region }) => regions.includes(region));
	const sites = here.map(({ name }) => known.sites.get(name) ?? '');
	const audience = v.parse(audienceSchema, { sites });
	const id = await noteLaunch(ctx, { course, dueOn, standing: true, audience }, '', launchedBy);
	under.launches.push({ id, course });
	await askNewcomers(ctx, under);
}

/** Asks those who have come to belong to a launch. */
export async function askNewcomers(ctx: Ctx, { launches, enrollments }: Under): Promise<void> {
	for (const { id, course } of launches) {
		for (const [account, enrollment] of await askWithoutMail(ctx, id)) {
			enrollments.set(`${course} ${account}`, enrollment);
		}
	}
}

/** Stores what people answered, each at its time. */
export async function writeAnswers(
	ctx: Ctx,
	answers: readonly PlannedAnswer[],
	known: Known,
	under: Under,
	report: (answers: number) => void,
): Promise<void> {
	for (const some of chunks(answers, atOnce)) {
		await recordAnswers(
			ctx,
			some.flatMap(({ at, course, number, step, option, path }) => {
				const who = `${course} ${known.people.get(number)}`;
				const enrollmentId = under.enrollments.get(who);
				if (!enrollmentId) under.passedOver.add(who);
				if (!enrollmentId || under.passedOver.has(who)) return [];
				return { enrollmentId, stepId: step, form: { key: uuidv7(), option, path }, at };
			}),
		);
		report(some.length);
	}
}
