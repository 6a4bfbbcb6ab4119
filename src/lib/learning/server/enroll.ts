import { and, eq, inArray } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../platform/context.ts';
import { adoptForEnrollment } from './course-version.ts';
import { enrollment } from './schema.ts';

/**
 * Enrolls people in the adopted version of a course. Who is enrolled already stays as they are.
 * @returns enrollment by person, for those who are new to it
 */
export async function enroll(
	ctx: Ctx,
	course: string,
	accountIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
	const version = await adoptForEnrollment(ctx, course);
	const added = new Map<string, string>();
	for (let start = 0; start < accountIds.length; start += 2000) {
		const some = accountIds.slice(start, start + 2000);
		const rows = await ctx.tx
			.insert(enrollment)
			.values(
				some.map((accountId) => ({
					orgId: ctx.org.id,
					id: uuidv7(),
					accountId,
					course,
					versionHash: version.hash,
					enrolledAt: ctx.now,
				})),
			)
			.onConflictDoNothing()
			.returning({ id: enrollment.id, accountId: enrollment.accountId });
		for (const row of rows) added.set(row.accountId, row.id);
	}
	return added;
}

/** The enrollments of these people in a course. */
export async function enrollmentsOf(
	ctx: Ctx,
	course: string,
	accountIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
	if (accountIds.length === 0) return new Map();
	const rows = await ctx.tx
		.select({ id: enrollment.id, accountId: enrollment.accountId })
		.from(enrollment)
		.where(
			and(
				eq(enrollment.orgId, ctx.org.id),
				eq(enrollment.course, course),
				inArray(enrollment.accountId, [...accountIds]),
			),
		);
	return new Map(rows.map((row) => [row.accountId, row.id]));
}
