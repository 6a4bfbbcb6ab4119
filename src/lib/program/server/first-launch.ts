import { and, asc, count, eq } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { accessProgram } from './access.ts';
import { assignment, launch } from './schema.ts';

/** Whether any course was ever launched here. */
export async function isLaunched(ctx: Ctx): Promise<boolean> {
	accessProgram(ctx, 'see');
	const rows = await ctx.tx
		.select({ id: launch.id })
		.from(launch)
		.where(eq(launch.orgId, ctx.org.id))
		.limit(1);
	return rows.length > 0;
}

/** The first launch of the organization, and how many people were asked through it so far; null before it. */
export async function firstLaunch(ctx: Ctx): Promise<{ course: string; asked: number } | null> {
	accessProgram(ctx, 'see');
	const [first] = await ctx.tx
		.select({ id: launch.id, course: launch.course })
		.from(launch)
		.where(eq(launch.orgId, ctx.org.id))
		.orderBy(asc(launch.launchedAt), asc(launch.id))
		.limit(1);
	if (!first) return null;
	const [counted] = await ctx.tx
		.select({ asked: count() })
		.from(assignment)
		.where(and(eq(assignment.orgId, ctx.org.id), eq(assignment.launchId, first.id)));
	return { course: first.course, asked: counted?.asked ?? 0 };
}
