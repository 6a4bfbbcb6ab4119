import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, instant, orgId, tenantKey } from '../../db/server/columns.ts';

/** An audited act: who did what to what. Content may be erased; the chain below holds only its salted hash. */
export const auditEntry = pgTable(
	'audit_entry',
	{
		orgId: orgId(),
		id: id(),
		act: text().notNull(),
		actorId: uuid(),
		subjectId: uuid(),
		details: jsonb().notNull(),
		/** Random, so that a hash in the chain cannot be guessed back to the act. */
		salt: text().notNull(),
		at: instant().notNull(),
	},
	(table) => [tenantKey(table, table.id), index().on(table.orgId, table.at)],
);

/** One link a row: numbered without gaps, each hashing the one before it and the salted hash of its entry. */
export const auditLink = pgTable(
	'audit_link',
	{
		orgId: orgId(),
		number: integer().notNull(),
		entryId: id(),
		entryHash: text().notNull(),
		hash: text().notNull(),
		linkedAt: instant().notNull(),
	},
	(table) => [tenantKey(table, table.number), index().on(table.orgId, table.entryId)],
);
