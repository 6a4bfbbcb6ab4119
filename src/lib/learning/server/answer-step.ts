import * as v from 'valibot';
import type { Ctx } from '../../platform/context.ts';
import { ExpectedError } from '../../platform/errors/errors.ts';
import { publish } from '../../platform/events/server/publish.ts';
import { completedSteps, type AnswerForm } from '../answer.ts';
import { accessEnrollment, type OwnEnrollment } from './access.ts';
import { countVote } from './count-vote.ts';
import { completion } from './schema.ts';
import { storeAnswer } from './store-answer.ts';
import { weighAnswer } from './weigh-answer.ts';

export interface Answered {
	/** The step is complete now, or was before. */
	readonly stepComplete: boolean;
	readonly courseComplete: boolean;
}

/**
 * Stores what a person answered, before the next step shows. The same form twice is one answer; the same key with
 * another choice, as after the back button, is another one. The first answer of all says that the course has been started, the last that it is completed: each once, as an event.
 * @throws ExpectedError `invalid_input` for an answer that this step does not offer
 */
export async function answerStep(
	ctx: Ctx,
	enrollmentId: string,
	stepId: string,
	form: AnswerForm,
): Promise<Answered> {
	const own = await accessEnrollment(ctx, enrollmentId, 'answer');
	const { answer, vote, starts, finishes } = weighAnswer(own, stepId, form);
	const done = completedSteps(own.answers);
	if (answer && (await storeAnswer(ctx, answer))) {
		if (answer.completes) done.add(stepId);
		if (vote) await countVote(ctx, own.course, vote.step, vote.option);
		const data = { enrollment: own.id, course: own.course };
		if (starts) await publish(ctx, 'course.started', own.accountId, data);
		if (finishes) await complete(ctx, own);
	}
	return {
		stepComplete: done.has(stepId),
		courseComplete: own.version.compiled.steps.every(({ id }) => done.has(id)),
	};
}

async function complete(ctx: Ctx, own: OwnEnrollment): Promise<void> {
	const { hash, compiled } = own.version;
	const [first] = await ctx.tx
		.insert(completion)
		.values({
			orgId: ctx.org.id,
			enrollmentId: own.id,
			versionHash: hash,
			minutes: compiled.minutes,
			completedAt: ctx.now,
		})
		.onConflictDoNothing()
		.returning({ id: completion.enrollmentId });
	if (!first) return;
	const data = { enrollment: own.id, course: own.course, version: hash };
	await publish(ctx, 'course.completed', own.accountId, data);
}

/** Reads a posted form. */
export function readAnswerForm(data: FormData, schema: v.GenericSchema<unknown, AnswerForm>): AnswerForm {
	const parsed = v.safeParse(schema, {
		key: data.get('key'),
		option: data.getAll('option'),
		path: data.get('path') ?? undefined,
	});
	if (!parsed.success) throw new ExpectedError('invalid_input');
	return parsed.output;
}
