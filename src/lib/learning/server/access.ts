import type { Ctx, Role } from '../../platform/context.ts';
import { accessByRole, accessOwnAccount } from '../../platform/auth/server/session.ts';
import { notFound } from '../../platform/errors/errors.ts';
import { courseVersionByHash, type CourseVersion } from './course-version.ts';
import { readAnswers, type NumberedAnswer } from './read-answers.ts';

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
	/** What was answered so far, in order. */
	readonly answers: readonly NumberedAnswer[];
}

/**
 * The door to an enrollment: only the person it belongs to. Nobody else reads answers here, whatever their role.
 * The row and its answers are asked for at once; the answers are read after the row is held.
 * @param verb `answer` holds the row, so that two answers of one person take turns
 * @throws ExpectedError `not_found` when it is missing or somebody else's
 */
export async function accessEnrollment(
	ctx: Ctx,
	enrollmentId: string,
	verb: 'see' | 'answer',
): Promise<OwnEnrollment> {
	const me = accessOwnAccount(ctx);
	const [own, answers] = await Promise.all([
		ownRow(ctx, enrollmentId, me.accountId, verb),
		readAnswers(ctx, enrollmentId, me.accountId),
	]);
	if (!own) throw notFound();
	const { version_hash: versionHash, ...rest } = own;
	return { ...rest, accountId: me.accountId, answers, version: await courseVersionByHash(ctx, versionHash) };
}

const ownEnrollment = `select id, course, version_hash from enrollment
	where org_id = $1 and id = $2 and account_id = $3`;

async function ownRow(ctx: Ctx, enrollmentId: string, accountId: string, verb: 'see' | 'answer') {
	const { rows } = await ctx.tx.$client.query<{ id: string; course: string; version_hash: string }>({
		name: `${verb}-enrollment`,
		text: verb === 'answer' ? `${ownEnrollment} for update` : ownEnrollment,
		values: [ctx.org.id, enrollmentId, accountId],
	});
	return rows[0];
}
