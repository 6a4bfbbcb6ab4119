import type { Ctx } from '../../platform/context.ts';
import type { Choice, StoredAnswer } from '../answer.ts';

/** The answers of one enrollment in the order they were given. The caller has passed `accessEnrollment`. */
export async function readAnswers(
	ctx: Ctx,
	enrollmentId: string,
): Promise<(StoredAnswer & { number: number })[]> {
	const { rows } = await ctx.tx.$client.query<{
		step: string;
		choice: Choice;
		completes: number;
		number: number;
	}>({
		name: 'read-answers',
		text: `select step, choice, completes, number from answer
			where org_id = $1 and enrollment_id = $2 order by number`,
		values: [ctx.org.id, enrollmentId],
	});
	return rows.map((row) => ({ ...row, completes: row.completes === 1 }));
}
