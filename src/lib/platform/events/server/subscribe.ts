import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import type { DomainEvent, EventType } from '../events.ts';
import { event } from './schema.ts';

/**
 * Somebody who follows events. `apply` takes one event or thousands by the same few statements. It runs in a transaction
 * of its own, at least once for each event, possibly out of order: applying an event twice, after a later one or
 * together with others must leave the same.
 */
export interface Subscriber {
	readonly name: string;
	readonly types: readonly EventType[];
	apply(ctx: Ctx, happened: readonly DomainEvent[]): Promise<void>;
}

/** An event as its job names it. */
export interface Told {
	readonly id: string;
	readonly type: string;
}

/**
 * Hands events of one organization to everyone who follows their types, together, each in a transaction of its own.
 * When they cannot be taken together they are handed over one by one: neither a subscriber nor an event that
 * cannot be taken now holds up others.
 * @param run opens a transaction in the events' organization
 * @returns by the id of each event that somebody could not take, why. It is told to all again, which changes nothing
 * for those who could
 */
export async function deliver(
	run: (work: (ctx: Ctx) => Promise<void>) => Promise<void>,
	told: readonly Told[],
	subscribers: readonly Subscriber[],
): Promise<ReadonlyMap<string, Error>> {
	const failures = new Map<string, Error>();
	for (const subscriber of subscribers) {
		const ids = told.filter(({ type }) => subscriber.types.includes(type as EventType)).map(({ id }) => id);
		if (ids.length === 0) continue;
		const together = await tell(run, ids, subscriber);
		if (!together) continue;
		for (const id of ids) {
			const failure = ids.length === 1 ? together : await tell(run, [id], subscriber);
			if (failure) failures.set(id, failure);
		}
	}
	return failures;
}

async function tell(
	run: (work: (ctx: Ctx) => Promise<void>) => Promise<void>,
	ids: readonly string[],
	subscriber: Subscriber,
): Promise<Error | undefined> {
	try {
		await run(async (ctx) => {
			const happened = await ctx.tx
				.select()
				.from(event)
				.where(and(eq(event.orgId, ctx.org.id), inArray(event.id, [...ids])))
				.orderBy(asc(event.position));
			if (happened.length > 0) await subscriber.apply(ctx, happened as DomainEvent[]); // else erased since
		});
		return undefined;
	} catch (cause) {
		return new Error(`${subscriber.name} could not take an event`, { cause });
	}
}

/** Runs the whole history of an organization past one subscriber, in order, a thousand events at a time. */
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
		const last = page.at(-1);
		if (!last) return count;
		await subscriber.apply(ctx, page as DomainEvent[]);
		count += page.length;
		position = last.position;
	}
}
