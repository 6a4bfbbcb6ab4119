import { date, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { person } from '../../people/server/schema.ts';
import { id, instant, orgId, tenantKey, tenantReference } from '../../platform/db/server/columns.ts';

/** That a course was asked of somebody, by whom and until when. */
export const assignment = pgTable(
	'assignment',
	{
		orgId: orgId(),
		id: id(),
		personId: id(),
		course: text().notNull(),
		assignedAt: instant().notNull(),
		assignedBy: uuid(),
		dueOn: date({ mode: 'string' }),
	},
	(table) => [
		tenantKey(table, table.id),
		tenantReference([table.orgId, table.personId], [person.orgId, person.id]).onDelete('cascade'),
		uniqueIndex().on(table.orgId, table.course, table.personId),
	],
);

/** Who is where with a course: a projection of events, which `npm test` rebuilds from them and compares. */
export const progress = pgTable(
	'progress',
	{
		orgId: orgId(),
		enrollmentId: id(),
		accountId: id(),
		course: text().notNull(),
		assignedAt: instant(),
		startedAt: instant(),
		completedAt: instant(),
	},
	(table) => [tenantKey(table, table.enrollmentId), index().on(table.orgId, table.course, table.accountId)],
);
