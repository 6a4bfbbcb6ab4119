import { randomUUID } from 'node:crypto';
import { formKey } from '../../src/lib/platform/db/server/schema.ts';
import type { Subscriber } from '../../src/lib/platform/events/server/subscribe.ts';

/** Leaves one more row each time it is told of an event, so that every effect can be counted. */
export const noting: Subscriber = {
	name: 'noting',
	types: ['course.started'],
	async apply(ctx, happened) {
		await ctx.tx.insert(formKey).values(
			happened.map(({ id }) => ({
				orgId: ctx.org.id,
				key: randomUUID(),
				verb: 'noted',
				result: id,
				at: ctx.now,
			})),
		);
	},
};
