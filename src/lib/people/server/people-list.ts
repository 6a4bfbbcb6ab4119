import { eq } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { person } from './schema.ts';

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
			department: person.department,
			site: person.site,
		})
		.from(person)
		.where(eq(person.orgId, ctx.org.id))
		.as('people');
}
