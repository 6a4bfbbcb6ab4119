import { and, asc, eq, isNull } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../context.ts';
import { audit } from '../../audit/server/audit.ts';
import { once } from '../../db/server/once.ts';
import { accessSignIn } from './access.ts';
import { sharedTablet } from './schema.ts';
import { clearTablet, revokeSession } from './session.ts';
import { hashToken, newToken } from './token.ts';

/** A tablet as its own badge form knows it. */
export interface TabletView {
	readonly id: string;
	readonly name: string;
	readonly site: string | null;
}

export interface TabletLine extends TabletView {
	readonly enabledAt: Date;
	readonly lastUsedAt: Date | null;
}

/**
 * Makes the device that asks a shared tablet, and signs the admin out on it: nobody else shall find them signed in.
 * Sent twice, the second answer brings a token of its own for the same tablet.
 * @returns the token for the device's cookie
 */
export async function enableTablet(
	ctx: Ctx,
	wish: { key: string; name: string; site: string | null },
): Promise<string> {
	const me = accessSignIn(ctx, 'tablets');
	const { token, hash } = newToken();
	const { result, repeated } = await once(ctx, wish.key, 'tablet.enable', async () => {
		const id = uuidv7();
		await ctx.tx.insert(sharedTablet).values({
			orgId: ctx.org.id,
			id,
			tokenHash: hash,
			name: wish.name,
			site: wish.site,
			enabledAt: ctx.now,
			enabledBy: me.accountId,
		});
		await audit(ctx, 'tablet.enabled', id);
		return id;
	});
	if (repeated)
		await ctx.tx
			.update(sharedTablet)
			.set({ tokenHash: hash })
			.where(inUse(ctx, result ?? ''));
	await revokeSession(ctx, me.sessionId);
	return token;
}

/** The tablet that holds this token, while nobody has switched it off. */
export async function findTablet(ctx: Ctx, token: string | undefined): Promise<TabletView | undefined> {
	ctx.asked.access = true; // the token is the permission, and opens a form that anyone may fill in
	if (!token) return undefined;
	const [found] = await ctx.tx
		.select({ id: sharedTablet.id, name: sharedTablet.name, site: sharedTablet.site })
		.from(sharedTablet)
		.where(
			and(
				eq(sharedTablet.orgId, ctx.org.id),
				eq(sharedTablet.tokenHash, hashToken(token)),
				isNull(sharedTablet.switchedOffAt),
			),
		);
	return found;
}

/** Notes that somebody signed in on it. */
export async function noteTabletUse(ctx: Ctx, tabletId: string): Promise<void> {
	await ctx.tx.update(sharedTablet).set({ lastUsedAt: ctx.now }).where(inUse(ctx, tabletId));
}

/** The tablets in use, by site and name. */
export async function listTablets(ctx: Ctx): Promise<TabletLine[]> {
	accessSignIn(ctx, 'tablets');
	return ctx.tx
		.select({
			id: sharedTablet.id,
			name: sharedTablet.name,
			site: sharedTablet.site,
			enabledAt: sharedTablet.enabledAt,
			lastUsedAt: sharedTablet.lastUsedAt,
		})
		.from(sharedTablet)
		.where(and(eq(sharedTablet.orgId, ctx.org.id), isNull(sharedTablet.switchedOffAt)))
		.orderBy(asc(sharedTablet.site), asc(sharedTablet.name), asc(sharedTablet.id))
		.limit(1000);
}

/** Switches a tablet off, wherever it is: who is signed in on it is signed out. Doing it again changes nothing. */
export async function switchOffTablet(ctx: Ctx, tabletId: string): Promise<void> {
	const me = accessSignIn(ctx, 'tablets');
	const off = await ctx.tx
		.update(sharedTablet)
		.set({ switchedOffAt: ctx.now, switchedOffBy: me.accountId })
		.where(inUse(ctx, tabletId))
		.returning({ id: sharedTablet.id });
	if (off.length === 0) return;
	await clearTablet(ctx, tabletId);
	await audit(ctx, 'tablet.switched_off', tabletId);
}

const inUse = (ctx: Ctx, id: string) =>
	and(eq(sharedTablet.orgId, ctx.org.id), eq(sharedTablet.id, id), isNull(sharedTablet.switchedOffAt));
