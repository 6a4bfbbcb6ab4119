import { boolean, date, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { account } from '../../platform/auth/server/schema.ts';
import { id, instant, orgId, tenantKey, tenantReference } from '../../platform/db/server/columns.ts';

/** Somebody who belongs to the organization, under the id of their account. */
export const person = pgTable(
	'person',
	{
		orgId: orgId(),
		id: id(),
		/** The number their own HR system gives them: by it a file finds them again. */
		number: text().notNull(),
		givenName: text().notNull(),
		familyName: text().notNull(),
		/** What they want to be called, if it is not their given name. */
		preferredName: text(),
		email: text(),
		managerId: uuid(),
		department: text(),
		site: text(),
		hiredOn: date({ mode: 'string' }),
		createdAt: instant().notNull(),
	},
	(table) => [
		tenantKey(table, table.id),
		tenantReference([table.orgId, table.id], [account.orgId, account.id]).onDelete('cascade'),
		tenantReference([table.orgId, table.managerId], [table.orgId, table.id]),
		uniqueIndex().on(table.orgId, table.number),
		uniqueIndex().on(table.orgId, table.email),
		index().on(table.orgId, table.familyName, table.givenName),
		index().on(table.orgId, table.managerId),
	],
);

/** A file between its preview and the yes to it. What was read waits here; when applied, only the counts stay. */
export const peopleImport = pgTable(
	'people_import',
	{
		orgId: orgId(),
		id: id(),
		uploadedBy: id(),
		uploadedAt: instant().notNull(),
		parsed: jsonb(),
		counts: jsonb().notNull(),
		applied: boolean().notNull().default(false),
	},
	(table) => [tenantKey(table, table.id)],
);
