import { and, eq } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { accessOwnAccount } from '../../platform/auth/server/session.ts';
import { accessCourses } from './access.ts';
import { enroll, enrollmentsOf } from './enroll.ts';
import { answer, enrollment } from './schema.ts';

/**
 * Lets somebody who may ask a course of others go through it as a learner, without it being asked of them. Looking again
 * goes on where they stopped.
 * @returns their enrollment
 * @throws ExpectedError `not_found` for a course that there is not
 */
export async function lookAtCourse(ctx: Ctx, course: string): Promise<string> {
	const me = accessCourses(ctx, 'see');
	const added = await enroll(ctx, course, [me.accountId]);
	const mine =
		added.get(me.accountId) ?? (await enrollmentsOf(ctx, course, [me.accountId])).get(me.accountId);
	if (!mine) throw new Error('lookAtCourse: neither enrolled now nor before');
	return mine;
}

/** Whether I have answered something in any course. */
export async function hasLooked(ctx: Ctx): Promise<boolean> {
	const me = accessOwnAccount(ctx);
	const rows = await ctx.tx
		.select({ key: answer.key })
		.from(enrollment)
		.innerJoin(answer, and(eq(answer.orgId, enrollment.orgId), eq(answer.enrollmentId, enrollment.id)))
		.where(and(eq(enrollment.orgId, ctx.org.id), eq(enrollment.accountId, me.accountId)))
		.limit(1);
	return rows.length > 0;
}
