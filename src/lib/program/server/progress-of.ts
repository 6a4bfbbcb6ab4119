import { and, asc, eq } from 'drizzle-orm';
import type { Ctx, Locale } from '../../platform/context.ts';
import { courseTitles } from '../../learning/server/list-courses.ts';
import { accessPerson } from '../../people/server/access.ts';
import { progressState, type ProgressState } from '../progress.ts';
import { assignment, progress } from './schema.ts';

/** One line of somebody's training record. */
export interface TrainingLine {
	readonly course: string;
	readonly title: string;
	readonly state: ProgressState;
	readonly assignedAt: Date;
	readonly dueOn: string | null;
	readonly startedAt: Date | null;
	readonly completedAt: Date | null;
}

/** What was asked of a person, until when, and how far they are. For whom the person's page is for. */
export async function progressOf(ctx: Ctx, personId: string, locale: Locale): Promise<TrainingLine[]> {
	await accessPerson(ctx, personId, 'see');
	return trainingLines(ctx, personId, locale);
}

async function trainingLines(ctx: Ctx, personId: string, locale: Locale): Promise<TrainingLine[]> {
	const rows = await ctx.tx
		.select({
			course: assignment.course,
			assignedAt: assignment.assignedAt,
			dueOn: assignment.dueOn,
			startedAt: progress.startedAt,
			completedAt: progress.completedAt,
			standing: progress.standing,
		})
		.from(assignment)
		.leftJoin(
			progress,
			and(
				eq(progress.orgId, assignment.orgId),
				eq(progress.course, assignment.course),
				eq(progress.accountId, assignment.personId),
			),
		)
		.where(and(eq(assignment.orgId, ctx.org.id), eq(assignment.personId, personId)))
		.orderBy(asc(assignment.assignedAt), asc(assignment.course));
	const titles = await courseTitles(ctx, locale);
	return rows.map(({ standing, ...row }) => ({
		...row,
		title: titles.get(row.course) ?? row.course,
		state: progressState({ ...row, standing: standing ?? 'here' }, ctx.today),
	}));
}
