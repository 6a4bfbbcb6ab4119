import { and, asc, eq, isNull } from 'drizzle-orm';
import { accessByRole } from '../../auth/server/session.ts';
import { roleGrant } from '../../auth/server/schema.ts';
import type { Ctx } from '../../context.ts';
import type { Wrapping } from '../sealing-key.ts';
import { sealingKey } from './schema.ts';

/**
 * The public halves of the keys of everybody who is a handler now. Open to anyone, without signing in: the speak-up
 * form needs them, and to seal is all that they are good for.
 */
export async function listRecipients(ctx: Ctx): Promise<string[]> {
	ctx.asked.access = true;
	const rows = await ctx.tx
		.selectDistinct({ recipient: sealingKey.recipient })
		.from(sealingKey)
		.innerJoin(
			roleGrant,
			and(
				eq(roleGrant.orgId, sealingKey.orgId),
				eq(roleGrant.accountId, sealingKey.accountId),
				eq(roleGrant.role, 'handler'),
				isNull(roleGrant.endedAt),
			),
		)
		.where(eq(sealingKey.orgId, ctx.org.id))
		// Not by age: the order would tell whose key came when.
		.orderBy(asc(sealingKey.recipient));
	return rows.map(({ recipient }) => recipient);
}

export interface OwnKey {
	readonly id: string;
	readonly recipient: string;
	/** To be unwrapped in the handler's browser. */
	readonly wrapped: string;
	readonly wrappedBy: Wrapping;
	readonly createdAt: Date;
}

/** A handler's own keys, oldest first. */
export async function listOwnKeys(ctx: Ctx): Promise<OwnKey[]> {
	const me = accessByRole(ctx, ['handler']);
	return ctx.tx
		.select({
			id: sealingKey.id,
			recipient: sealingKey.recipient,
			wrapped: sealingKey.wrapped,
			wrappedBy: sealingKey.wrappedBy,
			createdAt: sealingKey.createdAt,
		})
		.from(sealingKey)
		.where(and(eq(sealingKey.orgId, ctx.org.id), eq(sealingKey.accountId, me.accountId)))
		.orderBy(asc(sealingKey.createdAt), asc(sealingKey.id));
}
