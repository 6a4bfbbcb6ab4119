import type { Ctx } from '../../platform/context.ts';
import type { Choice, StoredAnswer } from '../answer.ts';

export interface NumberedAnswer extends StoredAnswer {
	/** Order within the enrollment. */
	readonly number: number;
}

/** The answers of one enrollment in the order they were given, if it belongs to this person. */
export async function readAnswers(
	ctx: Ctx,
	enrollmentId: string,
	accountId: string,
): Promise<NumberedAnswer[]> {
	type Row = { step: string; choice: Choice; completes: boolean; number: number };
	const { rows } = await ctx.tx.$client.query<Row>({
		name: 'read-answers',
		text: `select a.step, a.choice, a.completes, a.number from answer a
			join enrollment e on e.org_id = a.org_id and e.id = a.enrollment_id
			where a.org_id = $1 and a.enrollment_id = $2 and e.account_id = $3 order by a.number`,
		values: [ctx.org.id, enrollmentId, accountId],
	});
	return rows;
}
