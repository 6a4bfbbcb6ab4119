import { and, eq, inArray } from 'drizzle-orm';
import type { Ctx, Locale } from '../../platform/context.ts';
import { account } from '../../platform/auth/server/schema.ts';
import { accessOwnAccount } from '../../platform/auth/server/session.ts';
import { person } from './schema.ts';

/** Where to reach somebody. Only for the machinery that sends mail; it never reaches a page. */
export interface Reachable {
	readonly id: string;
	readonly givenName: string;
	readonly email: string | null;
	readonly language: Locale;
}

const reachable = {
	id: person.id,
	givenName: person.givenName,
	email: person.email,
	language: account.language,
};

/** Who uses this address, if anybody. For the sign-in page, which never tells whether it found somebody. */
export async function findPersonByEmail(ctx: Ctx, email: string): Promise<Reachable | undefined> {
	const [found] = await ctx.tx
		.select(reachable)
		.from(person)
		.innerJoin(account, and(eq(account.orgId, person.orgId), eq(account.id, person.id)))
		.where(and(eq(person.orgId, ctx.org.id), eq(person.email, email)));
	return found;
}

/** Where to reach these people. */
export async function reachPeople(ctx: Ctx, ids: readonly string[]): Promise<Reachable[]> {
	if (ids.length === 0) return [];
	return ctx.tx
		.select(reachable)
		.from(person)
		.innerJoin(account, and(eq(account.orgId, person.orgId), eq(account.id, person.id)))
		.where(and(eq(person.orgId, ctx.org.id), inArray(person.id, [...ids])));
}

/** Everyone's id. */
export async function everyone(ctx: Ctx): Promise<string[]> {
	const rows = await ctx.tx.select({ id: person.id }).from(person).where(eq(person.orgId, ctx.org.id));
	return rows.map(({ id }) => id);
}

/** One's own name, for greeting, and one's number. */
export async function ownName(
	ctx: Ctx,
): Promise<{ givenName: string; familyName: string; email: string | null; number: string }> {
	const me = accessOwnAccount(ctx);
	const [found] = await ctx.tx
		.select({
			givenName: person.givenName,
			familyName: person.familyName,
			email: person.email,
			number: person.number,
		})
		.from(person)
		.where(and(eq(person.orgId, ctx.org.id), eq(person.id, me.accountId)));
	return found ?? { givenName: '', familyName: '', email: null, number: '' };
}
