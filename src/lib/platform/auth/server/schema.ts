import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { id, instant, orgId, tenantKey, tenantReference } from '../../db/server/columns.ts';

/** Somebody who may sign in. Who that is, `people` knows, under the same id. */
export const account = pgTable(
	'account',
	{
		orgId: orgId(),
		id: id(),
		language: text({ enum: ['en', 'es'] }).notNull(),
		createdAt: instant().notNull(),
	},
	(table) => [tenantKey(table, table.id)],
);

/** A role given, by whom and when; taking it away ends the row, it does not delete it. */
export const roleGrant = pgTable(
	'role_grant',
	{
		orgId: orgId(),
		id: id(),
		accountId: id(),
		role: text({ enum: ['program_admin', 'handler'] }).notNull(),
		grantedAt: instant().notNull(),
		grantedBy: uuid(),
		endedAt: instant(),
	},
	(table) => [
		tenantKey(table, table.id),
		tenantReference([table.orgId, table.accountId], [account.orgId, account.id]).onDelete('cascade'),
		index().on(table.orgId, table.accountId),
	],
);

/** A signed-in browser. The cookie holds a random token, the row only its hash. */
export const session = pgTable(
	'session',
	{
		orgId: orgId(),
		id: id(),
		tokenHash: text().notNull(),
		accountId: id(),
		createdAt: instant().notNull(),
		expiresAt: instant().notNull(),
		/** "Firefox on Android", for the person's own list. */
		device: text().notNull(),
	},
	(table) => [
		tenantKey(table, table.id),
		tenantReference([table.orgId, table.accountId], [account.orgId, account.id]).onDelete('cascade'),
		uniqueIndex().on(table.orgId, table.tokenHash),
		index().on(table.orgId, table.accountId),
	],
);

/** A link sent by mail; good once, for a short while. */
export const signInLink = pgTable(
	'sign_in_link',
	{
		orgId: orgId(),
		tokenHash: text().notNull(),
		accountId: id(),
		createdAt: instant().notNull(),
		expiresAt: instant().notNull(),
		usedAt: instant(),
	},
	(table) => [
		tenantKey(table, table.tokenHash),
		tenantReference([table.orgId, table.accountId], [account.orgId, account.id]).onDelete('cascade'),
		index().on(table.orgId, table.accountId, table.createdAt),
	],
);
