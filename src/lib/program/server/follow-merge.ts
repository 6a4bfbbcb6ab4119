import { sql } from 'drizzle-orm';
import type { Subscriber } from '../../platform/events/server/subscribe.ts';
import { countAgain, progressOf, takeTurnToCount } from './count-progress.ts';

/**
 * When two turn out to be one person, what was asked of them follows. What was asked of both stays with each: it counts
 * for the one that is kept.
 */
export const assignmentsFollowMerge: Subscriber = {
	name: 'program.merge',
	types: ['people.merged'],
	async apply(ctx, happened) {
		for (const { data } of happened) {
			if (!('into' in data)) continue;
			const { from, into } = data;
			await ctx.tx.execute(sql`
				update assignment a set person_id = ${into}
				where a.org_id = ${ctx.org.id} and a.person_id = ${from} and not exists (
					select from assignment b where b.org_id = a.org_id and b.person_id = ${into} and b.course = a.course)`);
			await takeTurnToCount(ctx);
			await countAgain(ctx, progressOf(ctx, 'account_id', [from, into]));
		}
	},
};
