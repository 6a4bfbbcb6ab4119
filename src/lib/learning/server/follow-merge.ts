import { sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { publish } from '../../platform/events/server/publish.ts';
import type { Subscriber } from '../../platform/events/server/subscribe.ts';

interface Held {
	readonly id: string;
	readonly account: string;
	readonly course: string;
	readonly done: boolean;
	readonly answers: number;
}

/**
 * When two turn out to be one person, their enrollments follow, with every answer and completion. Of a course that both
 * took, the one that is further along counts; the other stays, whole, under the id that leads to the kept one.
 */
export const enrollmentsFollowMerge: Subscriber = {
	name: 'learning.merge',
	types: ['people.merged'],
	async apply(ctx, happened) {
		for (const { data } of happened) if ('into' in data) await moveEnrollments(ctx, data);
	},
};

async function moveEnrollments(ctx: Ctx, { from, into }: { from: string; into: string }): Promise<void> {
	const { rows } = await ctx.tx.execute<Held & Record<string, unknown>>(sql`
			select e.id, e.account_id as account, e.course, c.enrollment_id is not null as done,
				(select count(*)::int from answer a where a.org_id = e.org_id and a.enrollment_id = e.id) as answers
			from enrollment e left join completion c on c.org_id = e.org_id and c.enrollment_id = e.id
			where e.org_id = ${ctx.org.id} and e.account_id in (${from}, ${into}) order by e.id for update of e`);
	for (const theirs of rows.filter(({ account }) => account === from)) {
		const own = rows.find(({ account, course }) => account === into && course === theirs.course);
		if (own && !isFurther(theirs, own)) continue;
		if (own) await rename(ctx, own.id, `~${own.course}`); // one course is taken once a person: makes room
		await hand(ctx, theirs, into);
		if (!own) continue;
		await hand(ctx, own, from);
		await rename(ctx, own.id, own.course);
	}
}

const isFurther = (one: Held, other: Held) =>
	one.done === other.done ? one.answers > other.answers : one.done && !other.done;

async function hand(ctx: Ctx, { id, course }: Held, account: string): Promise<void> {
	await ctx.tx.execute(
		sql`update enrollment set account_id = ${account} where org_id = ${ctx.org.id} and id = ${id}`,
	);
	await publish(ctx, 'course.moved', account, { enrollment: id, course });
}

async function rename(ctx: Ctx, id: string, course: string): Promise<void> {
	await ctx.tx.execute(
		sql`update enrollment set course = ${course} where org_id = ${ctx.org.id} and id = ${id}`,
	);
}
