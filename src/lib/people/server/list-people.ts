import { and, asc, count, eq, sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { account } from '../../platform/auth/server/schema.ts';
import type { PersonView } from '../person.ts';
import { accessPeople } from './access.ts';
import { person } from './schema.ts';

export const pageSize = 50;

/** One page of people by name, fifty at a time, optionally those whose name or number holds `search`. */
export async function listPeople(
	ctx: Ctx,
	{ page = 1, search = '' }: { page?: number; search?: string },
): Promise<{ people: PersonView[]; total: number }> {
	accessPeople(ctx, 'list');
	const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
	const where = and(
		eq(person.orgId, ctx.org.id),
		search
			? sql`(${person.givenName} || ' ' || ${person.familyName} || ' ' || ${person.number}) ilike ${pattern}`
			: undefined,
	);
	const [counted] = await ctx.tx.select({ total: count() }).from(person).where(where);
	const rows = await ctx.tx
		.select({ person, language: account.language })
		.from(person)
		.innerJoin(account, and(eq(account.orgId, person.orgId), eq(account.id, person.id)))
		.where(where)
		.orderBy(asc(person.familyName), asc(person.givenName), asc(person.id))
		.limit(pageSize)
		.offset((page - 1) * pageSize);
	return { people: rows.map((row) => presentPerson(row.person, row.language)), total: counted?.total ?? 0 };
}

/** What people pages may know of somebody, listed by hand. */
function presentPerson(row: typeof person.$inferSelect, language: PersonView['language']): PersonView {
	const { id, number, email, department, site } = row;
	return { id, number, name: `${row.givenName} ${row.familyName}`.trim(), email, department, site, language };
}
