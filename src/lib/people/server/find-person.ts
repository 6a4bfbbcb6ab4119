import { and, asc, eq, gte, isNull, lt, or, sql } from 'drizzle-orm';
import type { Ctx, Locale } from '../../platform/context.ts';
import { account } from '../../platform/auth/server/schema.ts';
import { accessOwnAccount } from '../../platform/auth/server/session.ts';
import { ExpectedError } from '../../platform/errors/errors.ts';
import { person } from './schema.ts';

/** Where to reach somebody. Only for the machinery that sends mail; it never reaches a page. */
export interface Reachable {
	readonly id: string;
	readonly calledName: string;
	readonly email: string | null;
	readonly language: Locale;
}

/** What to call somebody: what they chose, else their given name. */
const calledName = sql<string>`coalesce(${person.preferredName}, ${person.givenName})`;

const reachable = {
	id: person.id,
	calledName,
	email: person.email,
	language: account.language,
};

/** Who uses this address, if anybody who works here does. For the sign-in page, which never tells whether it found somebody. */
export async function findPersonByEmail(ctx: Ctx, email: string): Promise<Reachable | undefined> {
	const [found] = await ctx.tx
		.select(reachable)
		.from(person)
		.innerJoin(account, and(eq(account.orgId, person.orgId), eq(account.id, person.id)))
		.where(
			and(
				eq(person.orgId, ctx.org.id),
				eq(person.email, email),
				or(isNull(person.endedOn), gte(person.endedOn, ctx.today)),
			),
		);
	return found;
}

/** Where to reach these people. */
export async function reachPeople(ctx: Ctx, ids: readonly string[]): Promise<Reachable[]> {
	if (ids.length === 0) return [];
	return ctx.tx
		.select(reachable)
		.from(person)
		.innerJoin(account, and(eq(account.orgId, person.orgId), eq(account.id, person.id)))
		.where(and(eq(person.orgId, ctx.org.id), sql`${person.id} = any(${sql.param([...ids])}::uuid[])`));
}

/** One's own address, to which a test goes. @throws ExpectedError `invalid_input` when one has none */
export async function ownAddress(ctx: Ctx): Promise<string> {
	const [me] = await reachPeople(ctx, [accessOwnAccount(ctx).accountId]);
	if (!me?.email) throw new ExpectedError('invalid_input');
	return me.email;
}

/** Everyone's id. */
export async function everyone(ctx: Ctx): Promise<string[]> {
	const rows = await ctx.tx
		.select({ id: person.id })
		.from(person)
		.where(and(eq(person.orgId, ctx.org.id), isNull(person.mergedInto)));
	return rows.map(({ id }) => id);
}

/** Everyone's id by their number. The number of somebody who turned out to be another one leads to that one. */
export async function idsByNumber(ctx: Ctx): Promise<ReadonlyMap<string, string>> {
	const rows = await ctx.tx
		.select({ id: sql<string>`coalesce(${person.mergedInto}, ${person.id})`, number: person.number })
		.from(person)
		.where(eq(person.orgId, ctx.org.id))
		.orderBy(asc(person.number));
	return new Map(rows.map(({ id, number }) => [number, id]));
}

/** One's own name, for greeting, what one chose to be called, and one's number. */
export async function ownName(
	ctx: Ctx,
): Promise<{ calledName: string; preferredName: string | null; number: string }> {
	const me = accessOwnAccount(ctx);
	const [found] = await ctx.tx
		.select({ calledName, preferredName: person.preferredName, number: person.number })
		.from(person)
		.where(and(eq(person.orgId, ctx.org.id), eq(person.id, me.accountId)));
	return found ?? { calledName: '', preferredName: null, number: '' };
}

/** How these people stand in lists: name and number. The caller has asked its own area for access. */
export async function reachNames(
	ctx: Ctx,
	ids: readonly string[],
): Promise<ReadonlyMap<string, { name: string; number: string }>> {
	if (ids.length === 0) return new Map();
	const rows = await ctx.tx
		.select({
			id: person.id,
			number: person.number,
			given: person.givenName,
			family: person.familyName,
		})
		.from(person)
		.where(and(eq(person.orgId, ctx.org.id), sql`${person.id} = any(${sql.param([...ids])}::uuid[])`));
	return new Map(
		rows.map(({ id, number, given, family }) => [id, { name: `${given} ${family}`.trim(), number }]),
	);
}

/** Who had their last day before this one, longest ago first. For retention. */
export async function leftBefore(ctx: Ctx, day: string): Promise<string[]> {
	const rows = await ctx.tx
		.select({ id: person.id })
		.from(person)
		.where(and(eq(person.orgId, ctx.org.id), lt(person.endedOn, day)))
		.orderBy(asc(person.endedOn))
		.limit(10_000);
	return rows.map(({ id }) => id);
}
