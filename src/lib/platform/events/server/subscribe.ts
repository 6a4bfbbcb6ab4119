import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import type { DomainEvent, EventType } from '../events.ts';
import { event } from './schema.ts';

/**
 * Somebody who follows events. `apply` runs in a transaction of its own, at least once for each event, possibly
 * out of order: applying an event twice, or after a later one, must change nothing.
 */
export interface Subscriber {
	readonly name: string;
	readonly types: readonly EventType[];
	apply(ctx: Ctx, happened: DomainEvent): Promise<void>;
}

/**
 * Hands one event to everyone who follows its type, each in a transaction of its own: one who cannot take it now holds
 * up nobody else.
 * @param run opens a transaction in the event's organization
 * @throws Error naming the first who could not; all are told again then, which changes nothing for the others
 */
export async function deliver(
	run: (work: (ctx: Ctx) => Promise<void>) => Promise<void>,
	{ id, type }: { id: string; type: string },
	subscribers: readonly Subscriber[],
): Promise<void> {
	const failures: Error[] = [];
	for (const subscriber of subscribers) {
		if (!subscriber.types.includes(type as EventType)) continue;
		try {
			await run((ctx) => tell(ctx, id, subscriber));
		} catch (cause) {
			failures.push(new Error(`${subscriber.name} could not take an event`, { cause }));
		}
	}
	if (failures[0]) throw failures[0];
}

async function tell(ctx: Ctx, eventId: string, subscriber: Subscriber): Promise<void> {
	const [happened] = await ctx.tx
		.select()
		.from(event)
		.where(and(eq(event.orgId, ctx.org.id), eq(event.id, eventId)));
	if (happened) await subscriber.apply(ctx, happened as DomainEvent); // else it was erased since
}

/** Runs the whole history of an organization past one subscriber, in order. */
export async function replay(ctx: Ctx, subscriber: Subscriber): Promise<number> {
	let position = 0;
	let count = 0;
	for (;;) {
		const page = await ctx.tx
			.select()
			.from(event)
			.where(
				and(
					eq(event.orgId, ctx.org.id),
					gt(event.position, position),
					inArray(event.type, [...subscriber.types]),
				),
			)
			.orderBy(asc(event.position))
			.limit(1000);
		for (const happened of page) await subscriber.apply(ctx, happened as DomainEvent);
		count += page.length;
		const last = page.at(-1);
		if (!last) return count;
		position = last.position;
	}
}
