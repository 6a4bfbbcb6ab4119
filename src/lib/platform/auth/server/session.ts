import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Actor, Ctx, Locale, Role } from '../../context.ts';
import type { Database } from '../../db/server/database.ts';
import { ExpectedError, notFound } from '../../errors/errors.ts';
import { audit } from '../../audit/server/audit.ts';
import { account, roleGrant, session } from './schema.ts';
import { hashToken, newToken } from './token.ts';

/** Days that a session lasts. Long enough for a nurse's next block of shifts; anyone can end it sooner. */
export const sessionDays = 14;

export interface SignedIn {
	readonly actor: Extract<Actor, { kind: 'person' }>;
	readonly language: Locale;
}

/** Who holds this token, or undefined. One round trip; it runs before every signed-in page. */
export async function findSession(
	db: Database,
	orgId: string,
	token: string,
	now: Date,
): Promise<SignedIn | undefined> {
	type Row = { id: string; account_id: string; language: Locale; roles: Role[] };
	const [found] = await db.askInOrg<Row>(orgId, {
		name: 'find-session',
		text: `select s.id, s.account_id, a.language,
				coalesce((select array_agg(distinct r.role) from role_grant r
					where r.org_id = s.org_id and r.account_id = s.account_id and r.ended_at is null), '{}') as roles
			from session s join account a on a.org_id = s.org_id and a.id = s.account_id
			where s.org_id = $1 and s.token_hash = $2 and s.expires_at > $3`,
		values: [orgId, hashToken(token), now],
	});
	if (!found) return undefined;
	return {
		actor: { kind: 'person', accountId: found.account_id, sessionId: found.id, roles: new Set(found.roles) },
		language: found.language,
	};
}

/** Signs an account in on this browser. The token leaves only in the cookie. */
export async function startSession(
	ctx: Ctx,
	accountId: string,
	device: string,
): Promise<{ token: string; expiresAt: Date }> {
	const { token, hash } = newToken();
	const expiresAt = new Date(ctx.now.getTime() + sessionDays * 24 * 3600 * 1000);
	await ctx.tx.insert(session).values({
		orgId: ctx.org.id,
		id: uuidv7(),
		tokenHash: hash,
		accountId,
		createdAt: ctx.now,
		expiresAt,
		device: device.slice(0, 80),
	});
	return { token, expiresAt };
}

export interface OwnSession {
	readonly id: string;
	readonly device: string;
	readonly createdAt: Date;
	readonly current: boolean;
}

/** One's own signed-in browsers, newest first. */
export async function listSessions(ctx: Ctx): Promise<OwnSession[]> {
	const me = accessOwnAccount(ctx);
	const rows = await ctx.tx
		.select({ id: session.id, device: session.device, createdAt: session.createdAt })
		.from(session)
		.where(
			and(eq(session.orgId, ctx.org.id), eq(session.accountId, me.accountId), gt(session.expiresAt, ctx.now)),
		)
		.orderBy(desc(session.createdAt));
	return rows.map((row) => ({ ...row, current: row.id === me.sessionId }));
}

/** Ends one of one's own sessions. Ending one that is gone already is no error. */
export async function revokeSession(ctx: Ctx, sessionId: string): Promise<void> {
	const me = accessOwnAccount(ctx);
	const gone = await ctx.tx
		.delete(session)
		.where(and(eq(session.orgId, ctx.org.id), eq(session.accountId, me.accountId), eq(session.id, sessionId)))
		.returning({ id: session.id });
	if (gone.length > 0) await audit(ctx, 'session.revoked', me.accountId);
}

/** Chooses the language of one's pages and mails. */
export async function chooseLanguage(ctx: Ctx, language: Locale): Promise<void> {
	const me = accessOwnAccount(ctx);
	await ctx.tx
		.update(account)
		.set({ language })
		.where(and(eq(account.orgId, ctx.org.id), eq(account.id, me.accountId)));
}

/** Every signed-in person may see and change what is their own. */
export function accessOwnAccount(ctx: Ctx): Extract<Actor, { kind: 'person' }> {
	ctx.asked.access = true;
	if (ctx.actor.kind !== 'person') throw new ExpectedError('sign_in_required');
	return ctx.actor;
}

/**
 * Lets through a person who holds one of these roles. Who holds none is told the same as about a page that does
 * not exist; who is not signed in, is asked to.
 */
export function accessByRole(ctx: Ctx, allowed: readonly Role[]): Extract<Actor, { kind: 'person' }> {
	const me = accessOwnAccount(ctx);
	if (!allowed.some((role) => me.roles.has(role))) throw notFound();
	return me;
}

/** Opens an account. */
export async function createAccount(ctx: Ctx, accountId: string, language: Locale): Promise<void> {
	await ctx.tx.insert(account).values({ orgId: ctx.org.id, id: accountId, language, createdAt: ctx.now });
}

/** Lets what is counted for one account take turns, until the transaction ends. */
export async function holdAccount(ctx: Ctx, accountId: string): Promise<void> {
	await ctx.tx
		.select({ id: account.id })
		.from(account)
		.where(and(eq(account.orgId, ctx.org.id), eq(account.id, accountId)))
		.for('no key update');
}

/** Gives a role; giving it again changes nothing. */
export async function grantRole(ctx: Ctx, accountId: string, role: Role): Promise<void> {
	await holdAccount(ctx, accountId);
	const held = await ctx.tx
		.select({ found: sql`1` })
		.from(roleGrant)
		.where(
			and(
				eq(roleGrant.orgId, ctx.org.id),
				eq(roleGrant.accountId, accountId),
				eq(roleGrant.role, role),
				isNull(roleGrant.endedAt),
			),
		);
	if (held.length > 0) return;
	const grantedBy = ctx.actor.kind === 'person' ? ctx.actor.accountId : null;
	await ctx.tx
		.insert(roleGrant)
		.values({ orgId: ctx.org.id, id: uuidv7(), accountId, role, grantedAt: ctx.now, grantedBy });
	await audit(ctx, 'role.granted', accountId, { role });
}
