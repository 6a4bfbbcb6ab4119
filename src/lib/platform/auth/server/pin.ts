import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import { audit } from '../../audit/server/audit.ts';
import { pinProblem, type PinProblem } from '../pin-rule.ts';
import { pin } from './schema.ts';

/**
 * Cost, block size, parallelization: 16 MB and about a tenth of a second. One of the settings that OWASP's Password
 * Storage Cheat Sheet names for scrypt. Six digits remain six digits: who holds the table can try them all.
 */
const today = 'scrypt 16384 8 5';

interface Kept {
	readonly hash: string;
	readonly salt: string;
	readonly parameters: string;
}

/** Stands in for a PIN that nobody has, so that it takes the same time to be wrong about it. */
const nobodys: Kept = { hash: '', salt: randomBytes(16).toString('base64url'), parameters: today };

async function derive(typed: string, { salt, parameters }: Omit<Kept, 'hash'>): Promise<Buffer> {
	const [name, cost = '', blockSize = '', parallelization = ''] = parameters.split(' ');
	if (name !== 'scrypt') throw new Error('This PIN was kept in a way that this version does not know.');
	const options = {
		N: Number(cost),
		r: Number(blockSize),
		p: Number(parallelization),
		maxmem: 64 * 1024 * 1024,
	};
	return new Promise((done, fail) =>
		scrypt(typed, Buffer.from(salt, 'base64url'), 32, options, (error, key) =>
			error ? fail(error) : done(key),
		),
	);
}

/** Whether this is the account's PIN. Without an account, or one without a PIN, it takes as long and says no. */
export async function pinIsRight(ctx: Ctx, accountId: string | undefined, typed: string): Promise<boolean> {
	const [found] = await ctx.tx
		.select({ hash: pin.hash, salt: pin.salt, parameters: pin.parameters })
		.from(pin)
		.where(ofAccount(ctx, accountId ?? '00000000-0000-0000-0000-000000000000'));
	const derived = await derive(typed.slice(0, 64), found ?? nobodys);
	const kept = found ? Buffer.from(found.hash, 'base64url') : randomBytes(derived.length);
	return timingSafeEqual(derived, kept) && found !== undefined;
}

/**
 * Gives an account its PIN, in place of the one before. Who calls it, has decided that it may be.
 * @param number the account's own badge number, which no PIN may be
 * @returns why not, when it may not be this one
 */
export async function setPin(
	ctx: Ctx,
	accountId: string,
	number: string,
	wish: { pin: string; again: string },
): Promise<PinProblem | undefined> {
	const problem = pinProblem(wish, number);
	if (problem) return problem;
	const salt = randomBytes(16).toString('base64url');
	const hash = (await derive(wish.pin, { salt, parameters: today })).toString('base64url');
	const row = { hash, salt, parameters: today, chosenAt: ctx.now };
	await ctx.tx
		.insert(pin)
		.values({ orgId: ctx.org.id, accountId, ...row })
		.onConflictDoUpdate({ target: [pin.orgId, pin.accountId], set: row });
	await audit(ctx, 'pin.chosen', accountId);
	return undefined;
}

/** Takes an account's PIN away. Who calls it, has asked for access. */
export async function removePin(ctx: Ctx, accountId: string): Promise<void> {
	await ctx.tx.delete(pin).where(ofAccount(ctx, accountId));
}

/** Since when an account has its PIN, or null. Who calls it, has asked for access. */
export async function pinSince(ctx: Ctx, accountId: string): Promise<Date | null> {
	const [found] = await ctx.tx.select({ at: pin.chosenAt }).from(pin).where(ofAccount(ctx, accountId));
	return found?.at ?? null;
}

const ofAccount = (ctx: Ctx, accountId: string) =>
	and(eq(pin.orgId, ctx.org.id), eq(pin.accountId, accountId));
