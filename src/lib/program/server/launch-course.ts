import { and, eq, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../platform/context.ts';
import { audit } from '../../platform/audit/server/audit.ts';
import type { Subscriber } from '../../platform/events/server/subscribe.ts';
import { once } from '../../platform/db/server/once.ts';
import { notFound } from '../../platform/errors/errors.ts';
import { adoptedVersion } from '../../learning/server/course-version.ts';
import { everyone } from '../../people/audience.ts';
import { daysForJoiners, type LaunchWish } from '../launch.ts';
import { accessProgram } from './access.ts';
import { askSome, launchQueue } from './ask-people.ts';
import { launch, launchEnd } from './schema.ts';

/**
 * Launches a course: asks it of an audience, and writes to each person who has an address and was not asked before. The
 * first thousand are asked at once, the others by jobs that follow.
 * @param address what links begin with, such as `https://learn.example.org`
 * @returns the launch, and how many people were asked at once
 * @throws ExpectedError `not_found` for a course that there is not
 */
export async function launchCourse(
	ctx: Ctx,
	wish: LaunchWish,
	address: string,
): Promise<{ launch: string; asked: number }> {
	const me = accessProgram(ctx, 'launch');
	const { result } = await once(ctx, wish.key, 'program.launch', async () => {
		await adoptedVersion(ctx, wish.course);
		const id = await noteLaunch(ctx, wish, address, me.accountId);
		return `${id} ${await askSome(ctx, id)}`;
	});
	const [id = '', asked = '0'] = (result ?? '').split(' ');
	return { launch: id, asked: Number(asked) };
}

/** Notes that a course is launched, and asks nobody yet. The caller has asked for access. @returns the launch */
export async function noteLaunch(
	ctx: Ctx,
	wish: Omit<LaunchWish, 'key'>,
	address: string,
	launchedBy: string,
): Promise<string> {
	const id = uuidv7();
	await ctx.tx.insert(launch).values({
		orgId: ctx.org.id,
		id,
		course: wish.course,
		audience: wish.audience ?? everyone,
		dueOn: wish.dueOn || null,
		standing: wish.standing ?? false,
		dueDays: wish.dueOn ? daysForJoiners : null,
		message: wish.message || null,
		address,
		launchedAt: ctx.now,
		launchedBy,
	});
	await audit(ctx, 'course.launched', id, { course: wish.course });
	return id;
}

/** Ends a launch: nobody new is asked, and nobody reminded. What was asked stays asked. Ending it again changes nothing. */
export async function endLaunch(ctx: Ctx, launchId: string): Promise<void> {
	const me = accessProgram(ctx, 'launch');
	const [there] = await ctx.tx
		.select({ id: launch.id })
		.from(launch)
		.where(and(eq(launch.orgId, ctx.org.id), eq(launch.id, launchId)));
	if (!there) throw notFound();
	const ended = await ctx.tx
		.insert(launchEnd)
		.values({ orgId: ctx.org.id, launchId, endedAt: ctx.now, endedBy: me.accountId })
		.onConflictDoNothing()
		.returning({ id: launchEnd.launchId });
	if (ended.length > 0) await audit(ctx, 'launch.ended', launchId);
}

/** Standing launches are asked of those who belong to their audience since facts changed. */
export const newcomersAreAsked: Subscriber = {
	name: 'program.newcomers',
	types: ['people.changed'],
	apply: askNewcomers,
};

async function askNewcomers(ctx: Ctx): Promise<void> {
	const { rows } = await ctx.tx.execute<{ id: string }>(sql`
		select l.id from launch l where l.org_id = ${ctx.org.id} and l.standing
			and not exists (select from launch_end e where e.org_id = l.org_id and e.launch_id = l.id)`);
	if (rows.length > 0)
		await ctx.send(
			launchQueue,
			rows.map(({ id }) => ({ launch: id })),
		);
}
