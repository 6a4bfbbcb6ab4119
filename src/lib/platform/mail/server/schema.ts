import { sql } from 'drizzle-orm';
import { index, integer, pgTable, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { account } from '../../auth/server/schema.ts';
import { id, instant, orgId, tenantKey, tenantReference } from '../../db/server/columns.ts';
import { kindNames } from '../mail-kind.ts';

/**
 * A mail to be sent, and where it stands: the last of its attempts. Its words hold a sign-in link, so they are wiped as
 * soon as a mail server has taken it. Rows older than 90 days may go; their attempts go with them.
 */
export const mail = pgTable(
	'mail',
	{
		orgId: orgId(),
		id: id(),
		accountId: uuid(),
		recipient: text().notNull(),
		language: text({ enum: ['en', 'es'] }).notNull(),
		kind: text({ enum: kindNames }).notNull().default('notice'),
		/** What it is about and for whom, so that it is written once: `invitation:stepping-in:<person>`. */
		onceKey: text(),
		subject: text().notNull(),
		body: text(),
		/** Where its reader can say no to mails of its kind; wiped with the words. Only the hash of its token stays. */
		stopLink: text(),
		stopHash: text(),
		createdAt: instant().notNull(),
		/** How often a server put it off or dropped it. */
		tries: integer().notNull().default(0),
		/** Not before; null: at once. */
		nextTryAt: instant(),
		/** A process has taken it to a server and says by then what came of it. */
		heldUntil: instant(),
		sentAt: instant(),
		failedAt: instant(),
		failure: text({ enum: ['bounced', 'given_up'] }),
	},
	(table) => [
		tenantKey(table, table.id),
		index().on(table.orgId, table.createdAt),
		index().on(table.orgId, table.accountId),
		uniqueIndex().on(table.orgId, table.onceKey),
		uniqueIndex().on(table.orgId, table.stopHash),
		index('mail_to_send_index')
			.on(table.orgId, table.createdAt, table.id)
			.where(sql`${table.sentAt} is null`),
	],
);

/** What a mail server said to a mail, or who asked for another try; never changed. */
export const mailAttempt = pgTable(
	'mail_attempt',
	{
		orgId: orgId(),
		id: id(),
		mailId: id(),
		at: instant().notNull(),
		outcome: text({
			enum: ['sent', 'deferred', 'dropped', 'bounced', 'given_up', 'asked_again', 'readdressed'],
		}).notNull(),
		/** A refusal belongs to an address, not to a person. */
		recipient: text().notNull(),
		/** The three digits of the reply. */
		code: smallint(),
		/** The enhanced status, such as `5.1.1`. */
		status: text(),
		/** The server's words, short and without addresses. */
		words: text(),
		/** Who asked for another try; null: the machine. */
		by: uuid(),
	},
	(table) => [
		tenantKey(table, table.id),
		tenantReference([table.orgId, table.mailId], [mail.orgId, mail.id]).onDelete('cascade'),
		index().on(table.orgId, table.mailId),
	],
);

/** That somebody wants mails of an optional kind no more, or again; the last one counts. */
export const mailChoice = pgTable(
	'mail_choice',
	{
		orgId: orgId(),
		id: id(),
		accountId: id(),
		kind: text({ enum: kindNames }).notNull(),
		choice: text({ enum: ['stop', 'send'] }).notNull(),
		at: instant().notNull(),
		/** The link in a mail, or their account page. */
		by: text({ enum: ['link', 'account'] }).notNull(),
	},
	(table) => [
		tenantKey(table, table.id),
		tenantReference([table.orgId, table.accountId], [account.orgId, account.id]).onDelete('cascade'),
		index().on(table.orgId, table.accountId),
	],
);

/** The one mail server of the installation, as all its processes know it: how much it was given, and whether it rests. */
export const mailServer = pgTable('mail_server', {
	id: smallint().primaryKey(),
	/** The minute that mails are counted in, and how many were taken to the server in it. */
	minuteAt: instant(),
	taken: integer().notNull().default(0),
	/** Since when, and why, it takes none at all; null while it works. */
	troubleSince: instant(),
	trouble: text({
		enum: [
			'unreachable',
			'not_secure',
			'sign_in_refused',
			'sender_refused',
			'relay_refused',
			'refuses_all',
			'busy',
		],
	}),
	troubleCode: smallint(),
	failures: integer().notNull().default(0),
	restUntil: instant(),
});
