import { and, desc, eq } from 'drizzle-orm';
import type { Ctx, Locale } from '../../platform/context.ts';
import { accessOwnAccount } from '../../platform/auth/server/session.ts';
import { completedSteps, minutesDone, openStep } from '../answer.ts';
import { textIn } from '../course.ts';
import { courseVersionByHash } from './course-version.ts';
import { readAnswers } from './read-answers.ts';
import { enrollment } from './schema.ts';

export interface OwnCourse {
	readonly enrollment: string;
	readonly course: string;
	readonly title: string;
	readonly summary: string;
	readonly minutes: number;
	readonly minutesDone: number;
	readonly started: boolean;
	readonly complete: boolean;
	/** Title of the step to go on with. */
	readonly nextTitle: string;
}

/** The courses I am enrolled in, newest first, with where I stopped. */
export async function ownCourses(ctx: Ctx, locale: Locale): Promise<OwnCourse[]> {
	const me = accessOwnAccount(ctx);
	const rows = await ctx.tx
		.select()
		.from(enrollment)
		.where(and(eq(enrollment.orgId, ctx.org.id), eq(enrollment.accountId, me.accountId)))
		.orderBy(desc(enrollment.enrolledAt));
	const courses: OwnCourse[] = [];
	for (const row of rows) {
		const { compiled } = await courseVersionByHash(ctx, row.versionHash);
		const answers = await readAnswers(ctx, row.id, me.accountId);
		const done = completedSteps(answers);
		const text = textIn(compiled, locale);
		const next = openStep(compiled, done);
		courses.push({
			enrollment: row.id,
			course: row.course,
			title: text.title,
			summary: text.summary,
			minutes: compiled.minutes,
			minutesDone: minutesDone(compiled, done),
			started: answers.length > 0,
			complete: next === undefined,
			nextTitle: next ? (text.steps[next.id]?.title ?? '') : '',
		});
	}
	return courses;
}
