import { and, asc, count, eq, sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { account } from '../../platform/auth/server/schema.ts';
import type { PersonView } from '../person.ts';
import { searchText } from '../search-text.ts';
import { accessPeople } from './access.ts';
import { department, person, site } from './schema.ts';

export const pageSize = 50;

/** One page of people by name, fifty at a time, optionally those whose names, number or address hold every word of `search`. */
export async function listPeople(
	ctx: Ctx,
	{ page = 1, search = '' }: { page?: number; search?: string },
): Promise<{ people: PersonView[]; total: number }> {
	accessPeople(ctx, 'list');
	const words = searchText(search).split(' ').filter(Boolean).slice(0, 8);
	const where = and(
		eq(person.orgId, ctx.org.id),
		...words.map((word) => sql`${person.searchText} like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`),
	);
	const [counted] = await ctx.tx.select({ total: count() }).from(person).where(where);
	const rows = await ctx.tx
		.select({ person, language: account.language, department: department.name, site: site.name })
		.from(person)
		.innerJoin(account, and(eq(account.orgId, person.orgId), eq(account.id, person.id)))
		.leftJoin(department, and(eq(department.orgId, person.orgId), eq(department.id, person.departmentId)))
		.leftJoin(site, and(eq(site.orgId, person.orgId), eq(site.id, person.siteId)))
		.where(where)
		.orderBy(asc(person.familyName), asc(person.givenName), asc(person.id))
		.limit(pageSize)
		.offset((page - 1) * pageSize);
	return { people: rows.map(presentPerson), total: counted?.total ?? 0 };
}

/** What people pages may know of somebody, listed by hand. */
function presentPerson(row: {
	person: typeof person.$inferSelect;
	language: PersonView['language'];
	department: string | null;
	site: string | null;
}): PersonView {
	const { id, number, givenName, familyName, email } = row.person;
	const { department, site, language } = row;
	return { id, number, name: `${givenName} ${familyName}`.trim(), email, department, site, language };
}
