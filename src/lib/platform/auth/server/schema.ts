import { bigint, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { roles } from '../../context.ts';
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

/** A role given, by whom, when and for which time; taking it away ends the row, it does not delete it. */
export const roleGrant = pgTable(
	'role_grant',
	{
		orgId: orgId(),
		id: id(),
		accountId: id(),
		role: text({ enum: roles }).notNull(),
		grantedAt: instant().notNull(),
		grantedBy: uuid(),
		/** In force from here on; null: from the moment it was given. */
		startsAt: instant(),
		/** In force until just before; null: until it is taken away. */
		endsAt: instant(),
		/** Taken away, and by whom. */
		endedAt: instant(),
		endedBy: uuid(),
	},
	(table) => [
		tenantKey(table, table.id),
		tenantReference([table.orgId, table.accountId], [account.orgId, account.id]).onDelete('cascade'),
		index().on(table.orgId, table.accountId),
	],
);

/** How somebody signed in; `badge` is badge number and PIN on a shared tablet. */
export const signInWays = ['link', 'passkey', 'badge', 'card', 'help'] as const;
export type SignInWay = (typeof signInWays)[number];

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
		way: text({ enum: signInWays }).notNull().default('link'),
		/** On a shared tablet alone: which one, and when it was last used, to the minute. */
		tabletId: uuid(),
		seenAt: instant(),
	},
	(table) => [
		tenantKey(table, table.id),
		tenantReference([table.orgId, table.accountId], [account.orgId, account.id]).onDelete('cascade'),
		uniqueIndex().on(table.orgId, table.tokenHash),
		index().on(table.orgId, table.accountId),
	],
);

/** Why a link was made: sent by mail, printed on a card, or shown by who helps somebody back in. */
export const linkPurposes = ['mail', 'card', 'help'] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

/** A link or code that signs somebody in; good once, for a while. */
export const signInLink = pgTable(
	'sign_in_link',
	{
		orgId: orgId(),
		tokenHash: text().notNull(),
		accountId: id(),
		createdAt: instant().notNull(),
		expiresAt: instant().notNull(),
		usedAt: instant(),
		purpose: text({ enum: linkPurposes }).notNull().default('mail'),
	},
	(table) => [
		tenantKey(table, table.tokenHash),
		tenantReference([table.orgId, table.accountId], [account.orgId, account.id]).onDelete('cascade'),
		index().on(table.orgId, table.accountId, table.createdAt),
	],
);

/** Somebody's PIN for shared tablets, as scrypt leaves it, with a salt of its own and the parameters it was made with. */
export const pin = pgTable(
	'pin',
	{
		orgId: orgId(),
		accountId: id(),
		hash: text().notNull(),
		salt: text().notNull(),
		/** Such as `scrypt 16384 8 5`: cost, block size, parallelization. */
		parameters: text().notNull(),
		chosenAt: instant().notNull(),
	},
	(table) => [
		tenantKey(table, table.accountId),
		tenantReference([table.orgId, table.accountId], [account.orgId, account.id]).onDelete('cascade'),
	],
);

/** Wrong PINs in a row, of a badge number or at a tablet, and until when no further one is looked at. */
export const pinFailure = pgTable(
	'pin_failure',
	{
		orgId: orgId(),
		of: text({ enum: ['badge', 'tablet'] }).notNull(),
		/** The hash of a badge number, whether anybody has it or not; or a tablet's id. */
		subject: text().notNull(),
		failures: integer().notNull(),
		failedAt: instant().notNull(),
		waitUntil: instant().notNull(),
	},
	(table) => [tenantKey(table, table.of, table.subject)],
);

/** A tablet that many share. It holds a random token, which opens the badge form and nothing else. */
export const sharedTablet = pgTable(
	'shared_tablet',
	{
		orgId: orgId(),
		id: id(),
		tokenHash: text().notNull(),
		name: text().notNull(),
		site: text(),
		enabledAt: instant().notNull(),
		enabledBy: id(),
		lastUsedAt: instant(),
		switchedOffAt: instant(),
		switchedOffBy: uuid(),
	},
	(table) => [tenantKey(table, table.id), uniqueIndex().on(table.orgId, table.tokenHash)],
);

/** The public half of a passkey; the secret one never leaves its owner's device. */
export const passkey = pgTable(
	'passkey',
	{
		orgId: orgId(),
		id: id(),
		accountId: id(),
		/** base64url, as the device names it */
		credentialId: text().notNull(),
		/** base64url of the COSE key */
		publicKey: text().notNull(),
		/** How often the device says it was used: one that goes back was copied. */
		counter: bigint({ mode: 'number' }).notNull(),
		transports: jsonb().$type<string[]>().notNull(),
		name: text().notNull(),
		createdAt: instant().notNull(),
		lastUsedAt: instant(),
	},
	(table) => [
		tenantKey(table, table.id),
		tenantReference([table.orgId, table.accountId], [account.orgId, account.id]).onDelete('cascade'),
		uniqueIndex().on(table.orgId, table.credentialId),
		index().on(table.orgId, table.accountId),
	],
);

/** A question that a passkey must answer: asked once, for a few minutes, for one purpose. */
export const passkeyChallenge = pgTable(
	'passkey_challenge',
	{
		orgId: orgId(),
		challengeHash: text().notNull(),
		/** Who enrolls; null when nobody has signed in yet. */
		accountId: uuid(),
		expiresAt: instant().notNull(),
	},
	(table) => [tenantKey(table, table.challengeHash), index().on(table.orgId, table.expiresAt)],
);
