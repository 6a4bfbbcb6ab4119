import { sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { publishAll } from '../../platform/events/server/publish.ts';
import type { AnswerForm, Choice } from '../answer.ts';
import { countVotes, type CastVote } from './count-vote.ts';
import { courseVersionByHash } from './course-version.ts';
import type { NewAnswer } from './store-answer.ts';
import { weighAnswer, type Answering } from './weigh-answer.ts';

/** An answer that was given before now. */
export interface PastAnswer {
	readonly enrollmentId: string;
	readonly stepId: string;
	readonly form: AnswerForm;
	readonly at: Date;
}

type Row = {
	id: string;
	account: string;
	course: string;
	version: string;
	answers: (Pick<NewAnswer, 'key' | 'step' | 'number' | 'completes'> & { choice: Choice })[];
};

/**
 * Stores what many people answered, each at its time, in a few statements: answers, votes, completions and events are
 * those that `answerStep` would have left behind, one after the other. An answer that is stored already changes nothing.
 * The caller decides whose answers these are: it is for histories, and stands behind no page.
 * @param given in the order in which they were given
 * @throws ExpectedError as `answerStep`; then nothing is stored
 */
export async function recordAnswers(ctx: Ctx, given: readonly PastAnswer[]): Promise<void> {
	const takers = await readTakers(ctx, [...new Set(given.map(({ enrollmentId }) => enrollmentId))]);
	const answers: (NewAnswer & { at: Date })[] = [];
	const votes = new Map<string, CastVote[]>();
	const started: Told[] = [];
	const completed: (Told & { version: string; minutes: number })[] = [];
	for (const { enrollmentId, stepId, form, at } of given) {
		const taker = takers.get(enrollmentId);
		if (!taker) throw new Error(`There is no enrollment ${enrollmentId}.`);
		const { answer, vote, starts, finishes } = weighAnswer(taker.own, stepId, form);
		if (!answer || taker.keys.has(answer.key)) continue;
		taker.keys.add(answer.key);
		taker.own.answers.push(answer);
		answers.push({ ...answer, at });
		const told = { account: taker.account, enrollment: enrollmentId, course: taker.course, at };
		if (vote) append(votes, taker.course, { ...vote, at });
		if (starts) started.push(told);
		const { hash, compiled } = taker.own.version;
		if (finishes && !taker.complete) completed.push({ ...told, version: hash, minutes: compiled.minutes });
		taker.complete ||= finishes;
	}
	await storeAnswers(ctx, answers);
	for (const [course, cast] of votes) await countVotes(ctx, course, cast);
	await storeCompletions(ctx, completed);
	await publishAll(
		ctx,
		'course.started',
		started.map(({ account, enrollment, course, at }) => ({
			accountId: account,
			data: { enrollment, course },
			at,
		})),
	);
	await publishAll(
		ctx,
		'course.completed',
		completed.map(({ account, enrollment, course, version, at }) => ({
			accountId: account,
			data: { enrollment, course, version },
			at,
		})),
	);
}

interface Told {
	readonly account: string;
	readonly enrollment: string;
	readonly course: string;
	readonly at: Date;
}

interface Taker {
	readonly own: Answering & { readonly answers: NewAnswer[] };
	readonly account: string;
	readonly course: string;
	readonly keys: Set<string>;
	complete: boolean;
}

/** Where each of them is. The enrollments are held, so that an answer from a page waits. */
async function readTakers(ctx: Ctx, enrollments: readonly string[]): Promise<Map<string, Taker>> {
	const { rows } = await ctx.tx.execute<Row>(sql`
		select e.id, e.account_id as account, e.course, e.version_hash as version,
			coalesce((select jsonb_agg(jsonb_build_object('key', a.key, 'step', a.step, 'number', a.number,
				'completes', a.completes, 'choice', a.choice) order by a.number)
				from answer a where a.org_id = e.org_id and a.enrollment_id = e.id), '[]') as answers
		from enrollment e
		where e.org_id = ${ctx.org.id} and e.id = any(${sql.param([...enrollments])}::uuid[]) for update of e`);
	const takers = new Map<string, Taker>();
	for (const { id, account, course, version, answers } of rows) {
		const taken = await courseVersionByHash(ctx, version);
		const own = {
			id,
			version: taken,
			answers: answers.map((one) => ({ ...one, enrollmentId: id, versionHash: version })),
		};
		const done = new Set(answers.filter(({ completes }) => completes).map(({ step }) => step));
		takers.set(id, {
			own,
			account,
			course,
			keys: new Set(answers.map(({ key }) => key)),
			complete: taken.compiled.steps.every((step) => done.has(step.id)),
		});
	}
	return takers;
}

async function storeAnswers(ctx: Ctx, answers: readonly (NewAnswer & { at: Date })[]): Promise<void> {
	for (let start = 0; start < answers.length; start += 2000) {
		const some = JSON.stringify(answers.slice(start, start + 2000));
		await ctx.tx.execute(sql`
			insert into answer (org_id, enrollment_id, key, step, number, choice, completes, version_hash, at)
			select ${ctx.org.id}::uuid, a."enrollmentId", a.key, a.step, a.number, a.choice, a.completes, a."versionHash", a.at
			from jsonb_to_recordset(${some}::jsonb) as a("enrollmentId" uuid, key uuid, step text, number int, choice jsonb,
				completes boolean, "versionHash" text, at timestamptz)`);
	}
}

async function storeCompletions(
	ctx: Ctx,
	completed: readonly (Told & { version: string; minutes: number })[],
): Promise<void> {
	if (completed.length === 0) return;
	await ctx.tx.execute(sql`
		insert into completion (org_id, enrollment_id, version_hash, minutes, completed_at)
		select ${ctx.org.id}::uuid, c.enrollment, c.version, c.minutes, c.at
		from jsonb_to_recordset(${JSON.stringify(completed)}::jsonb) as c(enrollment uuid, version text, minutes int,
			at timestamptz) on conflict do nothing`);
}

function append<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
	const list = lists.get(key);
	if (list) list.push(item);
	else lists.set(key, [item]);
}
