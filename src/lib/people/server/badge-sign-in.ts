import { and, eq, gte, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { findTablet, noteTabletUse } from '../../platform/auth/server/shared-tablet.ts';
import { tryPin, type PinOutcome } from '../../platform/auth/server/try-pin.ts';
import { notFound } from '../../platform/errors/errors.ts';
import { person } from './schema.ts';

/**
 * Signs in with badge number and PIN on a shared tablet. An unknown number is answered like a wrong PIN, in the same
 * time. The transaction must commit whatever comes out: tries are counted.
 * @param token what the tablet's cookie holds
 * @throws ExpectedError `not_found` when this is no shared tablet
 */
export async function signInByBadge(
	ctx: Ctx,
	token: string | undefined,
	typed: { number: string; pin: string },
): Promise<PinOutcome> {
	const tablet = await findTablet(ctx, token);
	if (!tablet) throw notFound();
	const number = typed.number.trim().slice(0, 100);
	const someone = await findByBadge(ctx, number);
	const outcome = await tryPin(ctx, tablet, someone?.number ?? number, someone?.id, typed.pin.trim());
	if ('session' in outcome) await noteTabletUse(ctx, tablet.id);
	return outcome;
}

/** Whose badge this is, if they still work here: as it was typed, else in capital or small letters. */
async function findByBadge(ctx: Ctx, number: string): Promise<{ id: string; number: string } | undefined> {
	const [found] = await ctx.tx
		.select({ id: person.id, number: person.number })
		.from(person)
		.where(
			and(
				eq(person.orgId, ctx.org.id),
				inArray(person.number, [number, number.toUpperCase(), number.toLowerCase()]),
				or(isNull(person.endedOn), gte(person.endedOn, ctx.today)),
			),
		)
		.orderBy(sql`${person.number} <> ${number}`)
		.limit(1);
	return found;
}
