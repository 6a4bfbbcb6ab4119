import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, instant, orgId, tenantKey } from '../../db/server/columns.ts';

/** A mail to be sent. Its words hold a sign-in link, so they are wiped as soon as a mail server has taken it. */
export const mail = pgTable(
	'mail',
	{
		orgId: orgId(),
		id: id(),
		accountId: uuid(),
		recipient: text().notNull(),
		language: text({ enum: ['en', 'es'] }).notNull(),
		subject: text().notNull(),
		body: text(),
		createdAt: instant().notNull(),
		sentAt: instant(),
	},
	(table) => [tenantKey(table, table.id), index().on(table.orgId, table.createdAt)],
);
