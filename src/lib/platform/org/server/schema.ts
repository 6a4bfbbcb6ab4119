import { sql } from 'drizzle-orm';
import { check, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../../db/server/columns.ts';

/**
 * An organization. Global: it is found from the path before anybody has signed in. What kind it is, is said
 * once, at its birth; the app's role has no right to change it.
 */
export const org = pgTable(
	'org',
	{
		id: uuid().primaryKey(),
		slug: text().notNull().unique(),
		name: text().notNull(),
		kind: text({ enum: ['real', 'demo'] }).notNull(),
		language: text({ enum: ['en', 'es'] }).notNull(),
		timeZone: text().notNull().default('America/New_York'),
		createdAt: instant().notNull(),
	},
	(table) => [
		check('org_slug_format', sql`${table.slug} ~ '^[a-z0-9]([a-z0-9-]{0,46}[a-z0-9])?$'`),
		check('org_kind', sql`${table.kind} in ('real', 'demo')`),
	],
);
