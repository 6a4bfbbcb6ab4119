import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { person } from '../../people/server/schema.ts';
import { day, id, instant, orgId, tenantKey, tenantReference } from '../../platform/db/server/columns.ts';
import { dimensions, stages, standings } from '../progress.ts';

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

/**
 * Who is where with a course: a projection of events, which `npm test` rebuilds from them and compares. The columns from
 * `stage` on are the cell in which the row is counted; `count-progress.ts` alone writes them.
 */
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
		stage: text({ enum: stages }),
		dueOn: day(),
		siteId: uuid(),
		departmentId: uuid(),
		managerId: uuid(),
		launchId: uuid(),
		language: text(),
		/** The site or, for who works from home, the country and region where they work most: `place-key.ts`. */
		place: text(),
		/** Null: counted nowhere, because nobody asked for it or it is nobody's business. */
		standing: text({ enum: standings }),
		/** The day from which the cell is another one without anything happening; long ago for what was never counted. */
		turnsOn: day().default('-infinity'),
	},
	(table) => [
		tenantKey(table, table.enrollmentId),
		index().on(table.orgId, table.course, table.accountId),
		index().on(table.orgId, table.accountId),
		index().on(table.orgId, table.course, table.siteId),
		index().on(table.orgId, table.managerId),
		index()
			.on(table.orgId, table.turnsOn)
			.where(sql`turns_on is not null`),
	],
);

/**
 * How many people are where, so that no page ever counts a million rows: for each course once in all, once by site,
 * by department and so on. Moved by differences in the transaction that moves a row of `progress`.
 */
export const progressTally = pgTable(
	'progress_tally',
	{
		orgId: orgId(),
		course: text().notNull(),
		dimension: text({ enum: dimensions }).notNull(),
		/** Which site, department and so on; empty for none. */
		key: text().notNull(),
		stage: text({ enum: stages }).notNull(),
		standing: text({ enum: standings }).notNull(),
		/** `infinity` where there is none, or where it no longer matters. */
		dueOn: day().notNull(),
		people: integer().notNull(),
	},
	(table) => [
		tenantKey(table, table.course, table.dimension, table.key, table.stage, table.standing, table.dueOn),
	],
);
