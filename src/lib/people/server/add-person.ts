import { v7 as uuidv7 } from 'uuid';
import type { Ctx, Locale } from '../../platform/context.ts';
import { createAccount } from '../../platform/auth/server/session.ts';
import { person } from './schema.ts';

/**
 * Adds one person with an account. For founding an organization; who calls it, has decided that it may be.
 * @returns their id
 */
export async function addPerson(
	ctx: Ctx,
	wish: { number: string; name: string; email: string | null; language: Locale },
): Promise<string> {
	const id = uuidv7();
	const space = wish.name.trim().lastIndexOf(' ');
	const givenName = space === -1 ? wish.name.trim() : wish.name.trim().slice(0, space);
	const familyName = space === -1 ? '' : wish.name.trim().slice(space + 1);
	await createAccount(ctx, id, wish.language);
	await ctx.tx.insert(person).values({
		orgId: ctx.org.id,
		id,
		number: wish.number,
		givenName,
		familyName,
		email: wish.email,
		createdAt: ctx.now,
	});
	return id;
}
