import { date, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { id, orgId, tenantKey } from '../../platform/db/server/columns.ts';

/** A note to the handlers: sealed before it was stored, under a random id, with the day at most and no author. */
export const sealedNote = pgTable(
	'sealed_note',
	{
		orgId: orgId(),
		id: id(),
		/** Version of the sealed payload's format; every version ever written stays readable. */
		format: integer().notNull(),
		/** An armored age file. */
		sealed: text().notNull(),
		receivedOn: date({ mode: 'string' }).notNull(),
	},
	(table) => [tenantKey(table, table.id)],
);
