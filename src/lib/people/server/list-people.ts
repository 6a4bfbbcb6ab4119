import { and, asc, count, eq, isNull, sql, type SQL } from 'drizzle-orm';
import * as v from 'valibot';
import type { Ctx } from '../../platform/context.ts';
import { account } from '../../platform/auth/server/schema.ts';
import { peopleFilterSchema, type PeopleFilter } from '../people-filter.ts';
import type { PersonView } from '../person.ts';
import { presenceOn } from '../person-page.ts';
import { searchText } from '../search-text.ts';
import { accessPeople } from './access.ts';
import { department, person, site } from './schema.ts';

export const pageSize = 50;

/**
 * One page of people by name, fifty at a time: those for whom everything holds that is asked for, and whose names, number
 * or address hold every word of `search`.
 */
export async function listPeople(
	ctx: Ctx,
	{ page = 1, ...wish }: v.InferInput<typeof peopleFilterSchema> & { page?: number },
): Promise<{ people: PersonView[]; total: number }> {
	accessPeople(ctx, 'list');
	const where = matching(ctx, v.parse(peopleFilterSchema, wish));
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
	return { people: rows.map((row) => presentPerson(row, ctx.today)), total: counted?.total ?? 0 };
}

function matching(ctx: Ctx, filter: PeopleFilter): SQL | undefined {
	const words = searchText(filter.search).split(' ').filter(Boolean).slice(0, 8);
	return and(
		eq(person.orgId, ctx.org.id),
		isNull(person.mergedInto),
		...words.map((word) => sql`${person.searchText} like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`),
		filter.site
			? sql`exists (select from person_place w where w.org_id = ${ctx.org.id} and w.person_id = ${person.id}
				and w.site_id = ${filter.site})`
			: undefined,
		filter.department ? eq(person.departmentId, filter.department) : undefined,
		// Of whom nothing else is known, is an employee.
		filter.workerType ? sql`coalesce(${person.workerType}, 'employee') = ${filter.workerType}` : undefined,
		presentIn(filter, ctx.today),
		filter.missing ? isMissing[filter.missing] : undefined,
	);
}

/** Who has left is listed where they are asked for: by that, or by their name. */
function presentIn({ presence, search }: PeopleFilter, today: string): SQL | undefined {
	if (presence) return sql`${presenceIn(today)} = ${presence}`;
	return search ? undefined : sql`${presenceIn(today)} <> 'left'`;
}

/** The same rule as `presenceOn`, in SQL; a test holds the two together. */
const presenceIn = (today: string) => sql`case
	when ${person.endedOn} < ${today}::date then 'left'
	when ${person.hiredOn} > ${today}::date then 'later'
	when ${person.leaveFrom} <= ${today}::date and (${person.leaveUntil} is null or ${person.leaveUntil} > ${today}::date) then 'leave'
	else 'here' end`;

const isMissing = {
	email: isNull(person.email),
	place: sql`not exists (select from person_place w where w.org_id = ${person.orgId} and w.person_id = ${person.id})`,
	manager: isNull(person.managerId),
	department: isNull(person.departmentId),
	jobTitle: isNull(person.jobTitle),
	hiredOn: isNull(person.hiredOn),
} as const;

/** What people pages may know of somebody, listed by hand. */
function presentPerson(
	row: {
		person: typeof person.$inferSelect;
		language: PersonView['language'];
		department: string | null;
		site: string | null;
	},
	today: string,
): PersonView {
	const { id, number, givenName, familyName, email, jobTitle } = row.person;
	const { department, site, language } = row;
	const name = `${givenName} ${familyName}`.trim();
	const presence = presenceOn(row.person, today);
	return { id, number, name, email, department, site, language, jobTitle, presence };
}
