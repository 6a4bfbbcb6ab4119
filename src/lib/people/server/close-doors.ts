import { and, eq, lt, sql } from 'drizzle-orm';
import type { Round } from '../../platform/backstage.ts';
import type { Ctx } from '../../platform/context.ts';
import { endSignIn } from '../../platform/auth/server/end-sign-in.ts';
import type { Subscriber } from '../../platform/events/server/subscribe.ts';
import { person } from './schema.ts';

/** Days that are looked back on, in case nothing ran for a while. */
const lookBack = 8;

/** Whose last day of work is over has no way in anymore; every hour, because days begin at different hours. */
export const closeDoors: Round = {
	name: 'people.close-doors',
	cron: '25 * * * *',
	run: (ctx) => closeFor(ctx, sql`${person.endedOn} >= ${ctx.today}::date - ${sql.raw(String(lookBack))}`),
};

/** The same at once, when it is recorded only later that somebody has left. */
export const leaversAreSignedOut: Subscriber = {
	name: 'people.leavers-are-signed-out',
	types: ['people.changed'],
	async apply(ctx, happened) {
		const people = happened.flatMap((one) => (one.type === 'people.changed' ? one.data.people : []));
		await closeFor(ctx, sql`${person.id} = any(${sql.param([...new Set(people)])}::uuid[])`);
	},
};

async function closeFor(ctx: Ctx, which: ReturnType<typeof sql>): Promise<void> {
	const left = await ctx.tx
		.select({ id: person.id })
		.from(person)
		.where(and(eq(person.orgId, ctx.org.id), lt(person.endedOn, ctx.today), which));
	await endSignIn(
		ctx,
		left.map(({ id }) => id),
	);
}
