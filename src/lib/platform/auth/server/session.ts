import { and, desc, eq, gt, isNull, ne, or } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Actor, Ctx, Locale, Role } from '../../context.ts';
import type { Database } from '../../db/server/database.ts';
import { publish } from '../../events/server/publish.ts';
import { ExpectedError, notFound } from '../../errors/errors.ts';
import { audit } from '../../audit/server/audit.ts';
import { account, roleGrant, session, type SignInWay } from './schema.ts';
import { tabletIdleMinutes, tabletMinutes, tabletToken } from '../tablet-session.ts';
import { hashToken, newToken } from './token.ts';

/** Days that a session lasts. Long enough for a nurse's next block of shifts; anyone can end it sooner. */
export const sessionDays = 14;

export interface SignedIn {
	readonly actor: Extract<Actor, { kind: 'person' }>;
	readonly language: Locale;
	/** On a shared tablet: when it was last noted that somebody is there. */
	readonly seenAt: Date | null;
}

/** Who holds this token, or undefined. One round trip; it runs before every signed-in page. */
export async function findSession(
	db: Database,
	orgId: string,
	token: string,
	now: Date,
): Promise<SignedIn | undefined> {
	type Row = { id: string; account_id: string; seen_at: Date | null; language: Locale; roles: Role[] };
	const [found] = await db.askInOrg<Row>(orgId, {
		name: 'find-session',
		text: `select s.id, s.account_id, s.seen_at, a.language,
				coalesce((select array_agg(distinct r.role) from role_grant r
					where r.org_id = s.org_id and r.account_id = s.account_id and r.ended_at is null
						and coalesce(r.starts_at, r.granted_at) <= $3 and (r.ends_at is null or r.ends_at > $3)), '{}') as roles
			from session s join account a on a.org_id = s.org_id and a.id = s.account_id
			where s.org_id = $1 and s.token_hash = $2 and s.expires_at > $3
				and (s.seen_at is null or s.seen_at > $3 - make_interval(mins => $4))`,
		values: [orgId, hashToken(token), now, tabletIdleMinutes],
	});
	if (!found) return undefined;
	const who = { kind: 'person', accountId: found.account_id, sessionId: found.id } as const;
	// A PIN of six digits, typed where others look on, opens no desk.
	const actor = found.seen_at
		? { ...who, roles: new Set<Role>(), onTablet: true }
		: { ...who, roles: new Set(found.roles) };
	return { actor, language: found.language, seenAt: found.seen_at };
}

/** Notes that somebody is still there, on a shared tablet; otherwise the session ends by itself. */
export async function stayAwake(db: Database, orgId: string, sessionId: string, now: Date): Promise<void> {
	await db.askInOrg(orgId, {
		name: 'stay-awake',
		text: 'update session set seen_at = $3 where org_id = $1 and id = $2 and seen_at < $3',
		values: [orgId, sessionId, now],
	});
}

/** Signs an account in on this browser. The token leaves only in the cookie. */
export async function startSession(
	ctx: Ctx,
	accountId: string,
	device: string,
	way: Exclude<SignInWay, 'badge'> = 'link',
): Promise<NewSession> {
	const { token, hash } = newToken();
	const expiresAt = new Date(ctx.now.getTime() + sessionDays * 24 * 3600 * 1000);
	await addSession(ctx, { tokenHash: hash, accountId, expiresAt, device, way });
	return { token, expiresAt };
}

/** What a cookie needs to know. */
export interface NewSession {
	readonly token: string;
	readonly expiresAt: Date;
}

/** Signs an account in on a shared tablet, for a short while: its cookie ends with the browser at the latest. */
export async function startTabletSession(
	ctx: Ctx,
	accountId: string,
	tablet: { id: string; name: string },
): Promise<NewSession> {
	const token = tabletToken(newToken().token);
	const expiresAt = new Date(ctx.now.getTime() + tabletMinutes * 60_000);
	const { id: tabletId, name: device } = tablet;
	const tokenHash = hashToken(token);
	await addSession(ctx, {
		tokenHash,
		accountId,
		expiresAt,
		device,
		way: 'badge',
		tabletId,
		seenAt: ctx.now,
	});
	return { token, expiresAt };
}

type NewRow = Omit<typeof session.$inferInsert, 'orgId' | 'id' | 'createdAt'>;

async function addSession(ctx: Ctx, row: NewRow): Promise<void> {
	const device = row.device.slice(0, 80);
	await ctx.tx
		.insert(session)
		.values({ ...row, device, orgId: ctx.org.id, id: uuidv7(), createdAt: ctx.now });
}

export interface OwnSession {
	readonly id: string;
	readonly device: string;
	readonly way: SignInWay;
	readonly createdAt: Date;
	readonly current: boolean;
}

/** One's own signed-in browsers, newest first. */
export async function listSessions(ctx: Ctx): Promise<OwnSession[]> {
	const me = accessOwnAccount(ctx);
	const rows = await ctx.tx
		.select({ id: session.id, device: session.device, way: session.way, createdAt: session.createdAt })
		.from(session)
		.where(
			and(
				eq(session.orgId, ctx.org.id),
				eq(session.accountId, me.accountId),
				gt(session.expiresAt, ctx.now),
				or(isNull(session.seenAt), gt(session.seenAt, idleSince(ctx.now))),
			),
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

const idleSince = (now: Date) => new Date(now.getTime() - tabletIdleMinutes * 60_000);

/** Signs oneself out everywhere, here too. */
export async function endAllSessions(ctx: Ctx): Promise<void> {
	const me = accessOwnAccount(ctx);
	const ended = await dropSessions(ctx, me.accountId);
	if (ended > 0) await audit(ctx, 'session.all_ended', me.accountId, { ended });
}

/** Ends every session of an account. Who calls it, has asked for access. @returns how many there were */
export async function dropSessions(ctx: Ctx, accountId: string): Promise<number> {
	const gone = await ctx.tx
		.delete(session)
		.where(and(eq(session.orgId, ctx.org.id), eq(session.accountId, accountId)))
		.returning({ id: session.id });
	return gone.length;
}

/** Ends every session on one shared tablet. Who calls it, has asked for access. */
export async function clearTablet(ctx: Ctx, tabletId: string): Promise<void> {
	await ctx.tx.delete(session).where(and(eq(session.orgId, ctx.org.id), eq(session.tabletId, tabletId)));
}

/** Chooses the language of one's pages and mails. */
export async function chooseLanguage(ctx: Ctx, language: Locale): Promise<void> {
	const me = accessOwnAccount(ctx);
	const changed = await ctx.tx
		.update(account)
		.set({ language })
		.where(and(eq(account.orgId, ctx.org.id), eq(account.id, me.accountId), ne(account.language, language)))
		.returning({ id: account.id });
	if (changed.length > 0) await publish(ctx, 'people.changed', null, { people: [me.accountId] });
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

/**
 * Gives a role; giving it again changes nothing. Who calls it, has decided that it may be.
 * @param time from when and until when; without it, from now until it is taken away
 */
export async function grantRole(
	ctx: Ctx,
	accountId: string,
	role: Role,
	time: { startsAt?: Date | null; endsAt?: Date | null } = {},
): Promise<void> {
	await holdAccount(ctx, accountId);
	const { startsAt = null, endsAt = null } = time;
	const held = await ctx.tx
		.select({ startsAt: roleGrant.startsAt, endsAt: roleGrant.endsAt })
		.from(roleGrant)
		.where(
			and(
				eq(roleGrant.orgId, ctx.org.id),
				eq(roleGrant.accountId, accountId),
				eq(roleGrant.role, role),
				isNull(roleGrant.endedAt),
				or(isNull(roleGrant.endsAt), gt(roleGrant.endsAt, ctx.now)),
			),
		);
	// One that covers the whole time asked for makes a second one needless; one for another time is its own row.
	const begin = startsAt ?? ctx.now;
	if (held.some((one) => (one.startsAt ?? begin) <= begin && covers(one.endsAt, endsAt))) return;
	const grantedBy = ctx.actor.kind === 'person' ? ctx.actor.accountId : null;
	await ctx.tx.insert(roleGrant).values({
		orgId: ctx.org.id,
		id: uuidv7(),
		accountId,
		role,
		grantedAt: ctx.now,
		grantedBy,
		startsAt,
		endsAt,
	});
	await audit(ctx, 'role.granted', accountId, {
		role,
		...(startsAt && { startsAt: startsAt.toISOString() }),
		...(endsAt && { endsAt: endsAt.toISOString() }),
	});
}

const covers = (held: Date | null, asked: Date | null) => held === null || (asked !== null && held >= asked);
