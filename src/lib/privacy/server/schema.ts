import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { account } from '../../platform/auth/server/schema.ts';
import { day, id, instant, orgId, tenantKey, tenantReference } from '../../platform/db/server/columns.ts';

/** That somebody says a fact about them is wrong, and what came of it. */
export const correctionRequest = pgTable(
	'correction_request',
	{
		orgId: orgId(),
		id: id(),
		accountId: id(),
		words: text().notNull(),
		askedAt: instant().notNull(),
		/** What an admin answered; closes it. */
		answer: text(),
		answeredAt: instant(),
		answeredBy: uuid(),
	},
	(table) => [
		tenantKey(table, table.id),
		tenantReference([table.orgId, table.accountId], [account.orgId, account.id]).onDelete('cascade'),
		index().on(table.orgId, table.accountId),
	],
);

/**
 * That somebody is to be erased: asked, decided, carried out as far as the law lets, done. It holds ids and counts, so
 * that it may stay when the person is gone; without a row here the database erases nobody.
 */
export const erasure = pgTable(
	'erasure',
	{
		orgId: orgId(),
		id: id(),
		accountId: id(),
		askedAt: instant().notNull(),
		/** The person themselves, an admin for a leaver, or nobody: retention. */
		askedBy: uuid(),
		decidedAt: instant(),
		decidedBy: uuid(),
		/** Why it was refused, in an admin's words. */
		refusal: text(),
		/** Rows removed by table. */
		removed: jsonb().$type<Record<string, number>>(),
		/** The day from which nothing must be kept anymore; empty while there is no end yet. */
		keptUntil: day(),
		/** When nothing was left. */
		doneAt: instant(),
	},
	(table) => [tenantKey(table, table.id), index().on(table.orgId, table.accountId)],
);

/** A legal hold: while it stands, nothing of this person, or without one of anybody, is erased or runs out. */
export const legalHold = pgTable(
	'legal_hold',
	{
		orgId: orgId(),
		id: id(),
		accountId: uuid(),
		reason: text().notNull(),
		placedAt: instant().notNull(),
		placedBy: uuid(),
		liftedAt: instant(),
		liftedBy: uuid(),
	},
	(table) => [tenantKey(table, table.id)],
);
