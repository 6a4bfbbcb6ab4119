import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { account } from '../../platform/auth/server/schema.ts';
import { department, person, site } from './schema.ts';

/**
 * People as other areas may join them to their own rows: one row a person, no more of them than a list shows. The
 * caller has asked its own area for access.
 */
export function peopleList(ctx: Ctx) {
	return ctx.tx
		.select({
			id: person.id,
			number: person.number,
			givenName: person.givenName,
			familyName: person.familyName,
			// Named here, because a joined list cannot tell two columns called "name" apart.
			department: sql<string | null>`${department.name}`.as('department'),
			site: sql<string | null>`${site.name}`.as('site'),
			managerId: person.managerId,
			searchText: person.searchText,
			language: account.language,
			hiredOn: person.hiredOn,
			endedOn: person.endedOn,
		})
		.from(person)
		.innerJoin(account, and(eq(account.orgId, person.orgId), eq(account.id, person.id)))
		.leftJoin(department, and(eq(department.orgId, person.orgId), eq(department.id, person.departmentId)))
		.leftJoin(site, and(eq(site.orgId, person.orgId), eq(site.id, person.siteId)))
		.where(and(eq(person.orgId, ctx.org.id), isNull(person.mergedInto)))
		.as('people');
}
