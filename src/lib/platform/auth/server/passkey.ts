import { and, asc, count, eq, gt, lte } from 'drizzle-orm';
import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../context.ts';
import { audit } from '../../audit/server/audit.ts';
import { notFound } from '../../errors/errors.ts';
import { readRegistration } from './passkey-answer.ts';
import { passkey, passkeyChallenge } from './schema.ts';
import { accessOwnAccount, holdAccount } from './session.ts';
import { hashToken, newToken } from './token.ts';

/** Where passkeys are at home: what the browser's address must be, and its host. */
export interface Home {
	readonly origin: string;
	readonly host: string;
}

/** A question to a passkey is answered at once, or asked again. */
const challengeMinutes = 5;
/** Ed25519, P-256 and RSA: what devices have. Named, because the library else tries what Node warns about. */
const algorithms = [-8, -7, -257];
/** Passkeys that one person may have. */
const mostPasskeys = 20;

export interface OwnPasskey {
	readonly id: string;
	readonly name: string;
	readonly createdAt: Date;
	readonly lastUsedAt: Date | null;
}

/** One's own passkeys, the oldest first. */
export async function listPasskeys(ctx: Ctx): Promise<OwnPasskey[]> {
	const me = accessOwnAccount(ctx);
	const { id, name, createdAt, lastUsedAt } = passkey;
	return ctx.tx
		.select({ id, name, createdAt, lastUsedAt })
		.from(passkey)
		.where(and(eq(passkey.orgId, ctx.org.id), eq(passkey.accountId, me.accountId)))
		.orderBy(asc(createdAt), asc(id));
}

/**
 * What the browser asks its device when a passkey is added.
 * @param called how the device lists it: the person's name
 */
export async function beginPasskey(ctx: Ctx, home: Home, called: string) {
	const me = accessOwnDevice(ctx);
	const known = await ctx.tx
		.select({ id: passkey.credentialId })
		.from(passkey)
		.where(and(eq(passkey.orgId, ctx.org.id), eq(passkey.accountId, me.accountId)));
	return generateRegistrationOptions({
		rpName: ctx.org.name,
		rpID: home.host,
		userName: `${called} · ${ctx.org.name}`,
		userDisplayName: called,
		userID: Uint8Array.from(Buffer.from(me.accountId.replaceAll('-', ''), 'hex')),
		challenge: await askChallenge(ctx, me.accountId),
		attestationType: 'none',
		supportedAlgorithmIDs: algorithms,
		excludeCredentials: known,
		authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
	});
}

/**
 * Adds a passkey, if the device's answer is right: to our question, from our address, with its owner verified.
 * @returns false when it is not; the question is used up either way
 */
export async function addPasskey(
	ctx: Ctx,
	home: Home,
	wish: { answer: unknown; name: string },
): Promise<boolean> {
	const me = accessOwnDevice(ctx);
	const read = readRegistration(wish.answer);
	if (!read || !(await useChallenge(ctx, read.challenge, me.accountId))) return false;
	const { response, challenge } = read;
	const checked = await verifyRegistrationResponse({
		response,
		expectedChallenge: challenge,
		expectedOrigin: home.origin,
		expectedRPID: home.host,
		requireUserVerification: true,
		supportedAlgorithmIDs: algorithms,
	}).catch(() => undefined);
	if (!checked?.verified) return false;
	await holdAccount(ctx, me.accountId);
	const [held] = await ctx.tx
		.select({ count: count() })
		.from(passkey)
		.where(and(eq(passkey.orgId, ctx.org.id), eq(passkey.accountId, me.accountId)));
	if ((held?.count ?? 0) >= mostPasskeys) return false;
	const { credential } = checked.registrationInfo;
	const added = await ctx.tx
		.insert(passkey)
		.values({
			orgId: ctx.org.id,
			id: uuidv7(),
			accountId: me.accountId,
			credentialId: credential.id,
			publicKey: Buffer.from(credential.publicKey).toString('base64url'),
			counter: credential.counter,
			transports: (credential.transports ?? []).filter((one) => one.length < 30).slice(0, 8),
			name: wish.name,
			createdAt: ctx.now,
		})
		.onConflictDoNothing()
		.returning({ id: passkey.id });
	if (!added[0]) return false;
	await audit(ctx, 'passkey.added', added[0].id);
	return true;
}

/** Removes one of one's own passkeys. Removing one that is gone already is no error. */
export async function removePasskey(ctx: Ctx, passkeyId: string): Promise<void> {
	const me = accessOwnDevice(ctx);
	const gone = await ctx.tx
		.delete(passkey)
		.where(and(eq(passkey.orgId, ctx.org.id), eq(passkey.accountId, me.accountId), eq(passkey.id, passkeyId)))
		.returning({ id: passkey.id });
	if (gone.length > 0) await audit(ctx, 'passkey.removed', passkeyId);
}

/** One's own account, from a device that is not shared with everybody. */
function accessOwnDevice(ctx: Ctx) {
	const me = accessOwnAccount(ctx);
	if (me.onTablet) throw notFound();
	return me;
}

/** Makes a question, and forgets those that were never answered. @param accountId null before anyone signed in */
export async function askChallenge(ctx: Ctx, accountId: string | null): Promise<Uint8Array<ArrayBuffer>> {
	const { token, hash } = newToken();
	await ctx.tx
		.delete(passkeyChallenge)
		.where(and(eq(passkeyChallenge.orgId, ctx.org.id), lte(passkeyChallenge.expiresAt, ctx.now)));
	const expiresAt = new Date(ctx.now.getTime() + challengeMinutes * 60_000);
	await ctx.tx
		.insert(passkeyChallenge)
		.values({ orgId: ctx.org.id, challengeHash: hash, accountId, expiresAt });
	return Uint8Array.from(Buffer.from(token, 'base64url'));
}

/** Uses a question up: true once, for whom it was asked, in time. */
export async function useChallenge(ctx: Ctx, challenge: string, accountId: string | null): Promise<boolean> {
	const [used] = await ctx.tx
		.delete(passkeyChallenge)
		.where(
			and(
				eq(passkeyChallenge.orgId, ctx.org.id),
				eq(passkeyChallenge.challengeHash, hashToken(challenge)),
				gt(passkeyChallenge.expiresAt, ctx.now),
			),
		)
		.returning({ accountId: passkeyChallenge.accountId });
	return used !== undefined && used.accountId === accountId;
}
