import { and, desc, eq } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { accessOwnAccount } from '../../platform/auth/server/session.ts';
import { ownCourses, type OwnCourse } from '../../learning/server/own-courses.ts';
import { assignment } from './schema.ts';

export interface MyCourse extends OwnCourse {
	/** `YYYY-MM-DD` */
	readonly dueOn: string | null;
}

/** What is asked of me, and how far I am: open courses first, by due date. */
export async function myCourses(ctx: Ctx, locale: 'en' | 'es'): Promise<MyCourse[]> {
	const me = accessOwnAccount(ctx);
	const assigned = await ctx.tx
		.select({ course: assignment.course, dueOn: assignment.dueOn })
		.from(assignment)
		.where(and(eq(assignment.orgId, ctx.org.id), eq(assignment.personId, me.accountId)))
		.orderBy(desc(assignment.assignedAt));
	const own = await ownCourses(ctx, locale);
	const due = new Map(assigned.map(({ course, dueOn }) => [course, dueOn]));
	return own
		.map((course) => ({ ...course, dueOn: due.get(course.course) ?? null }))
		.sort(
			(a, b) => Number(a.complete) - Number(b.complete) || (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'),
		);
}
