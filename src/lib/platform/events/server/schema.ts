import { bigserial, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, instant, orgId, tenantKey } from '../../db/server/columns.ts';

/** What happened, append-only. Areas that come earlier learn of it from here, and projections are rebuilt from it. */
export const event = pgTable(
	'event',
	{
		orgId: orgId(),
		id: id(),
		/** Order of writing within one database; replays follow it. */
		position: bigserial({ mode: 'number' }).notNull(),
		type: text().notNull(),
		/** The person it happened to, for erasure; never set where somebody must stay unknown. */
		accountId: uuid(),
		data: jsonb().notNull(),
		at: instant().notNull(),
	},
	(table) => [tenantKey(table, table.id), index().on(table.orgId, table.position)],
);
