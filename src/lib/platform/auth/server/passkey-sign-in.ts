import { and, eq } from 'drizzle-orm';
import { generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { Ctx } from '../../context.ts';
import { readAuthentication } from './passkey-answer.ts';
import { askChallenge, useChallenge, type Home } from './passkey.ts';
import { passkey } from './schema.ts';
import { startSession, type NewSession } from './session.ts';

/** What the browser asks its device at the door: any passkey of this place, its owner verified. */
export async function beginPasskeySignIn(ctx: Ctx, home: Home) {
	ctx.asked.access = true; // anyone may ask; only who holds a passkey can answer
	const challenge = await askChallenge(ctx, null);
	return generateAuthenticationOptions({ rpID: home.host, challenge, userVerification: 'required' });
}

/**
 * Signs in whoever holds the passkey. Wrong, late, repeated, from another address, of another organization, copied
 * (its counter goes back): undefined, and the question is used up; the transaction must commit all the same.
 */
export async function signInByPasskey(
	ctx: Ctx,
	home: Home,
	answer: unknown,
	device: string,
): Promise<NewSession | undefined> {
	ctx.asked.access = true; // the passkey is the permission
	const read = readAuthentication(answer);
	if (!read || !(await useChallenge(ctx, read.challenge, null))) return undefined;
	const { response, challenge } = read;
	const [known] = await ctx.tx
		.select()
		.from(passkey)
		.where(and(eq(passkey.orgId, ctx.org.id), eq(passkey.credentialId, response.id)))
		.for('update'); // two answers of a copied passkey take turns, and the second one is seen
	if (!known || !isOf(response.response.userHandle, known.accountId)) return undefined;
	const checked = await verifyAuthenticationResponse({
		response,
		expectedChallenge: challenge,
		expectedOrigin: home.origin,
		expectedRPID: home.host,
		credential: {
			id: known.credentialId,
			publicKey: Uint8Array.from(Buffer.from(known.publicKey, 'base64url')),
			counter: known.counter,
		},
		requireUserVerification: true,
	}).catch(() => undefined);
	if (!checked?.verified) return undefined;
	await ctx.tx
		.update(passkey)
		.set({ counter: checked.authenticationInfo.newCounter, lastUsedAt: ctx.now })
		.where(and(eq(passkey.orgId, ctx.org.id), eq(passkey.id, known.id)));
	return startSession(ctx, known.accountId, device, 'passkey');
}

/** The device names whose passkey it is; nobody else's will do. */
const isOf = (userHandle: string | undefined, accountId: string) =>
	userHandle === undefined ||
	Buffer.from(userHandle, 'base64url').toString('hex') === accountId.replaceAll('-', '');
