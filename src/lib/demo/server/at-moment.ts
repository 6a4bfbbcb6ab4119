import type { Actor, Ctx } from '../../platform/context.ts';
import { localDay } from '../../platform/dates/local-day.ts';

/**
 * The context as it would have been at another moment. No job is sent from it: those who follow events are told of all of
 * them at once, when the whole history is written.
 */
export function atMoment(ctx: Ctx, now: Date, actor: Actor): Ctx {
	return {
		...ctx,
		actor,
		now,
		today: localDay(now, ctx.org.timeZone),
		send: () => Promise.resolve(),
	};
}
