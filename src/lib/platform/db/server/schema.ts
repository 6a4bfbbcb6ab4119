import { pgTable, text } from 'drizzle-orm/pg-core';
import { id, instant, orgId, tenantKey } from './columns.ts';

/** Keys of forms already carried out, with what came of them, so that a double click or a retry does nothing twice. */
export const formKey = pgTable(
	'form_key',
	{ orgId: orgId(), key: id(), verb: text().notNull(), result: text(), at: instant().notNull() },
	(table) => [tenantKey(table, table.key)],
);
