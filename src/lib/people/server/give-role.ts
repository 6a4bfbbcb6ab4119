import { and, eq } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { accessRoles } from '../../platform/auth/server/access.ts';
import { grantRole } from '../../platform/auth/server/session.ts';
import { dayStart } from '../../platform/dates/day-start.ts';
import { once } from '../../platform/db/server/once.ts';
import { ExpectedError, notFound } from '../../platform/errors/errors.ts';
import type { RoleWish } from '../role-form.ts';
import { person } from './schema.ts';

/**
 * Gives somebody a role, from a day and until a day where the organization is. Whoever gives it, and to whom, stays in the history that every
 * program admin sees.
 * @throws ExpectedError `invalid_input` when the last day is over already
 */
export async function giveRole(ctx: Ctx, wish: RoleWish): Promise<void> {
	accessRoles(ctx, 'give');
	const [someone] = await ctx.tx
		.select({ id: person.id })
		.from(person)
		.where(and(eq(person.orgId, ctx.org.id), eq(person.id, wish.person)));
	if (!someone) throw notFound();
	const { timeZone } = ctx.org;
	const first = wish.from === null ? null : dayStart(wish.from, timeZone);
	const startsAt = first && first > ctx.now ? first : null; // a role is never in force before it was given
	const endsAt = wish.until === null ? null : dayStart(wish.until, timeZone, 1);
	if (endsAt && endsAt <= ctx.now) throw new ExpectedError('invalid_input');
	await once(ctx, wish.key, 'role.give', async () => {
		await grantRole(ctx, someone.id, wish.role, { startsAt, endsAt });
		return null;
	});
}
