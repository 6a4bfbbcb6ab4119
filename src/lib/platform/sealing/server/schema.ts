import { index, pgTable, text } from 'drizzle-orm/pg-core';
import { account } from '../../auth/server/schema.ts';
import { id, instant, orgId, tenantKey, tenantReference } from '../../db/server/columns.ts';

/**
 * A handler's key. `recipient` is public: to it anyone can seal. The secret half was made in the handler's browser
 * and stands here only wrapped, by a passkey or a passphrase that never leaves their device.
 */
export const sealingKey = pgTable(
	'sealing_key',
	{
		orgId: orgId(),
		id: id(),
		accountId: id(),
		/** An age recipient, `age1…`. */
		recipient: text().notNull(),
		/** The age identity, itself an armored age file. */
		wrapped: text().notNull(),
		wrappedBy: text({ enum: ['passkey', 'passphrase'] }).notNull(),
		createdAt: instant().notNull(),
	},
	(table) => [
		tenantKey(table, table.id),
		tenantReference([table.orgId, table.accountId], [account.orgId, account.id]).onDelete('cascade'),
		index().on(table.orgId, table.accountId),
	],
);
