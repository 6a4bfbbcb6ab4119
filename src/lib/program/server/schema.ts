import { boolean, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { person } from '../../people/server/schema.ts';
import { id, instant, orgId, tenantKey, tenantReference } from '../../platform/db/server/columns.ts';

/** That a course was launched: of whom it is asked, and until when. It asks itself of those who join later, if it stands. */
export const launch = pgTable(
	'launch',
	{
		orgId: orgId(),
		id: id(),
		course: text().notNull(),
		/** An `Audience`. */
		audience: jsonb().notNull(),
		dueOn: date({ mode: 'string' }),
		/** Whether it is asked of people who come to belong to the audience later. */
		standing: boolean().notNull(),
		/** Days that those who join later have; null where nothing is due. */
		dueDays: integer(),
		/** The organization's own words in the mail. */
		message: text(),
		/** What links in mails begin with. */
		address: text().notNull(),
		launchedAt: instant().notNull(),
		launchedBy: uuid(),
	},
	(table) => [tenantKey(table, table.id), index().on(table.orgId, table.course)],
);

/** That a launch is asked of nobody new and reminds nobody any more. */
export const launchEnd = pgTable(
	'launch_end',
	{ orgId: orgId(), launchId: id(), endedAt: instant().notNull(), endedBy: uuid() },
	(table) => [
		tenantKey(table, table.launchId),
		tenantReference([table.orgId, table.launchId], [launch.orgId, launch.id]),
	],
);

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
		launchId: uuid(),
		/** The next day on which a reminder is due; null when none is left. */
		remindOn: date({ mode: 'string' }),
	},
	(table) => [
		tenantKey(table, table.id),
		tenantReference([table.orgId, table.launchId], [launch.orgId, launch.id]),
		index().on(table.orgId, table.remindOn),
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
