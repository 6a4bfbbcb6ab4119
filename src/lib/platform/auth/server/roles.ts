import { and, asc, desc, eq, gt, isNull, or } from 'drizzle-orm';
import type { Ctx, Role } from '../../context.ts';
import { audit } from '../../audit/server/audit.ts';
import { ExpectedError, notFound } from '../../errors/errors.ts';
import { accessRoles } from './access.ts';
import { roleGrant } from './schema.ts';

/** A role that somebody holds, will hold, or held. */
export interface Grant {
	readonly id: string;
	readonly accountId: string;
	readonly role: Role;
	readonly grantedAt: Date;
	/** Null: nobody in particular, when the organization was set up. */
	readonly grantedBy: string | null;
	readonly startsAt: Date;
	/** In force until just before; null: until it is taken away. */
	readonly endsAt: Date | null;
	readonly endedAt: Date | null;
	readonly endedBy: string | null;
}

const mostLines = 500;

/** Who holds which role, now or soon. */
export async function listGrants(ctx: Ctx): Promise<Grant[]> {
	accessRoles(ctx, 'see');
	const rows = await ctx.tx
		.select()
		.from(roleGrant)
		.where(and(eq(roleGrant.orgId, ctx.org.id), standing(ctx)))
		.orderBy(asc(roleGrant.role), asc(roleGrant.grantedAt), asc(roleGrant.id))
		.limit(mostLines);
	return rows.map(present);
}

/** What was given and taken away, the newest first. */
export async function listGrantHistory(ctx: Ctx): Promise<Grant[]> {
	accessRoles(ctx, 'see');
	const rows = await ctx.tx
		.select()
		.from(roleGrant)
		.where(eq(roleGrant.orgId, ctx.org.id))
		.orderBy(desc(roleGrant.grantedAt), desc(roleGrant.id))
		.limit(mostLines);
	return rows.map(present);
}

/**
 * Takes a role away, from now on. Taking it away again changes nothing.
 * @throws ExpectedError `last_admin` when nobody would be left who is a program admin, without an end, from today on
 */
export async function endGrant(ctx: Ctx, grantId: string): Promise<void> {
	const me = accessRoles(ctx, 'end');
	// Whoever ends a grant of an admin at the same moment waits here, and then sees one less.
	const admins = await ctx.tx
		.select()
		.from(roleGrant)
		.where(
			and(eq(roleGrant.orgId, ctx.org.id), eq(roleGrant.role, 'program_admin'), isNull(roleGrant.endedAt)),
		)
		.orderBy(asc(roleGrant.id))
		.for('update');
	const left = admins.map(present).filter(({ id, endsAt, startsAt }) => {
		return id !== grantId && endsAt === null && startsAt <= ctx.now;
	});
	if (admins.some(({ id }) => id === grantId) && left.length === 0) throw new ExpectedError('last_admin');
	const [ended] = await ctx.tx
		.update(roleGrant)
		.set({ endedAt: ctx.now, endedBy: me.accountId })
		.where(and(eq(roleGrant.orgId, ctx.org.id), eq(roleGrant.id, grantId), standing(ctx)))
		.returning({ accountId: roleGrant.accountId, role: roleGrant.role });
	if (ended) await audit(ctx, 'role.ended', ended.accountId, { role: ended.role });
	else if (!(await exists(ctx, grantId))) throw notFound();
}

/** Whether an account holds any role, now or soon. Who calls it, has asked for access. */
export async function holdsAnyRole(ctx: Ctx, accountId: string): Promise<boolean> {
	const rows = await ctx.tx
		.select({ id: roleGrant.id })
		.from(roleGrant)
		.where(and(eq(roleGrant.orgId, ctx.org.id), eq(roleGrant.accountId, accountId), standing(ctx)))
		.limit(1);
	return rows.length > 0;
}

async function exists(ctx: Ctx, grantId: string): Promise<boolean> {
	const rows = await ctx.tx
		.select({ id: roleGrant.id })
		.from(roleGrant)
		.where(and(eq(roleGrant.orgId, ctx.org.id), eq(roleGrant.id, grantId)));
	return rows.length > 0;
}

const standing = (ctx: Ctx) =>
	and(isNull(roleGrant.endedAt), or(isNull(roleGrant.endsAt), gt(roleGrant.endsAt, ctx.now)));

function present(row: typeof roleGrant.$inferSelect): Grant {
	const { id, accountId, role, grantedAt, grantedBy, endsAt, endedAt, endedBy } = row;
	return {
		id,
		accountId,
		role,
		grantedAt,
		grantedBy,
		startsAt: row.startsAt ?? grantedAt,
		endsAt,
		endedAt,
		endedBy,
	};
}
