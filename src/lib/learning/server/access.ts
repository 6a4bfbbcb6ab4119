import { and, eq } from 'drizzle-orm';
import type { Ctx, Role } from '../../platform/context.ts';
import { accessByRole, accessOwnAccount } from '../../platform/auth/server/session.ts';
import { notFound } from '../../platform/errors/errors.ts';
import { courseVersionByHash, type CourseVersion } from './course-version.ts';
import { enrollment } from './schema.ts';

/** Who may do what with courses. Taking one is for whom it was assigned to, whatever their roles. */
export const courseRules = {
	see: ['program_admin'],
	overlay: ['program_admin'],
} as const satisfies Record<string, readonly Role[]>;

/** The door to courses and their versions. */
export function accessCourses(ctx: Ctx, verb: keyof typeof courseRules) {
	return accessByRole(ctx, courseRules[verb]);
}

export interface OwnEnrollment {
	readonly id: string;
	readonly accountId: string;
	readonly course: string;
	readonly version: CourseVersion;
}

/**
 * The door to an enrollment: only the person it belongs to. Nobody else reads answers here, whatever their role.
 * @param verb `answer` holds the row, so that two answers of one person take turns
 * @throws ExpectedError `not_found` when it is missing or somebody else's
 */
export async function accessEnrollment(
	ctx: Ctx,
	enrollmentId: string,
	verb: 'see' | 'answer',
): Promise<OwnEnrollment> {
	const me = accessOwnAccount(ctx);
	const query = ctx.tx
		.select({
			id: enrollment.id,
			accountId: enrollment.accountId,
			course: enrollment.course,
			versionHash: enrollment.versionHash,
		})
		.from(enrollment)
		.where(
			and(
				eq(enrollment.orgId, ctx.org.id),
				eq(enrollment.id, enrollmentId),
				eq(enrollment.accountId, me.accountId),
			),
		);
	const [own] = verb === 'answer' ? await query.for('update') : await query;
	if (!own) throw notFound();
	const { versionHash, ...rest } = own;
	return { ...rest, version: await courseVersionByHash(ctx, versionHash) };
}
