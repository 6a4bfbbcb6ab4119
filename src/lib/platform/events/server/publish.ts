import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../context.ts';
import type { EventData, EventType } from '../events.ts';
import { event } from './schema.ts';

/** The queue that carries events to their subscribers. */
export const eventQueue = 'event';

/** Writes what happened into the verb's own transaction, and the job that tells the subscribers. */
export function publish<Type extends EventType>(
	ctx: Ctx,
	type: Type,
	accountId: string | null,
	data: EventData[Type],
): Promise<void> {
	return publishAll(ctx, type, [{ accountId, data }]);
}

/** The same for a bulk verb. What happened before now, says when. */
export async function publishAll<Type extends EventType>(
	ctx: Ctx,
	type: Type,
	happened: readonly { accountId: string | null; data: EventData[Type]; at?: Date }[],
): Promise<void> {
	for (let start = 0; start < happened.length; start += 2000) {
		const rows = happened
			.slice(start, start + 2000)
			.map((one) => ({ at: ctx.now, ...one, orgId: ctx.org.id, id: uuidv7(), type }));
		await ctx.tx.insert(event).values(rows);
		await ctx.send(
			eventQueue,
			rows.map(({ id }) => ({ event: id, type })),
		);
	}
}
