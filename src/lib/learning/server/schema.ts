import {
	boolean,
	date,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	uniqueIndex,
	uuid,
} from 'drizzle-orm/pg-core';
import { account } from '../../platform/auth/server/schema.ts';
import { id, instant, orgId, tenantKey, tenantReference } from '../../platform/db/server/columns.ts';

/** Every course version that ever shipped, whole: source as written and as compiled. Global: the same for all. */
export const shippedCourse = pgTable('shipped_course', {
	hash: text().primaryKey(),
	course: text().notNull(),
	source: jsonb().notNull(),
	compiled: jsonb().notNull(),
	storedAt: instant().notNull(),
});

/** Which version of a course ships: the latest row counts. Going back to an older release is a row too. Global. */
export const courseShipping = pgTable(
	'course_shipping',
	{
		course: text().notNull(),
		hash: text()
			.notNull()
			.references(() => shippedCourse.hash),
		number: integer().notNull(),
		shippedAt: instant().notNull(),
	},
	(table) => [primaryKey({ columns: [table.course, table.number] })],
);

/**
 * A course version that the organization has taken, whole and unchangeable: the shipped one, or one with its own
 * words laid over. Answers point here, and stay readable for years.
 */
export const courseVersion = pgTable(
	'course_version',
	{
		orgId: orgId(),
		hash: text().notNull(),
		course: text().notNull(),
		/** The shipped version that it is, or was made from. */
		shippedHash: text().notNull(),
		compiled: jsonb().notNull(),
		madeAt: instant().notNull(),
	},
	(table) => [tenantKey(table, table.hash)],
);

/** Which version new enrollments get: the latest row counts. */
export const courseAdoption = pgTable(
	'course_adoption',
	{
		orgId: orgId(),
		id: id(),
		course: text().notNull(),
		hash: text().notNull(),
		adoptedAt: instant().notNull(),
		adoptedBy: uuid(),
	},
	(table) => [
		tenantKey(table, table.id),
		tenantReference([table.orgId, table.hash], [courseVersion.orgId, courseVersion.hash]),
		index().on(table.orgId, table.course, table.adoptedAt),
	],
);

/** The organization's own words for one file of a course, and the shipped words they were written over. */
export const courseOverlay = pgTable(
	'course_overlay',
	{
		orgId: orgId(),
		course: text().notNull(),
		/** Path inside the course, such as `es/steps/welcome.md`. */
		file: text().notNull(),
		content: text().notNull(),
		/** The shipped content when it was written: what a later shipped version is compared with. */
		over: text().notNull(),
		writtenAt: instant().notNull(),
		writtenBy: uuid(),
	},
	(table) => [tenantKey(table, table.course, table.file)],
);

/** One person taking one course, at the version that was adopted when they were enrolled. */
export const enrollment = pgTable(
	'enrollment',
	{
		orgId: orgId(),
		id: id(),
		accountId: id(),
		course: text().notNull(),
		versionHash: text().notNull(),
		enrolledAt: instant().notNull(),
	},
	(table) => [
		tenantKey(table, table.id),
		tenantReference([table.orgId, table.accountId], [account.orgId, account.id]).onDelete('cascade'),
		tenantReference([table.orgId, table.versionHash], [courseVersion.orgId, courseVersion.hash]),
		uniqueIndex().on(table.orgId, table.accountId, table.course),
	],
);

/** What somebody answered, append-only. In a poll it says only that they took part. */
export const answer = pgTable(
	'answer',
	{
		orgId: orgId(),
		enrollmentId: id(),
		/** From the form, so that an answer sent twice is one answer. */
		key: id(),
		step: text().notNull(),
		/** Order within the enrollment. */
		number: integer().notNull(),
		/** Options chosen, the path through a scene, or nothing. */
		choice: jsonb().notNull(),
		/** Whether the step is complete with it. */
		completes: boolean().notNull(),
		versionHash: text().notNull(),
		at: instant().notNull(),
	},
	(table) => [
		tenantKey(table, table.enrollmentId, table.key),
		tenantReference([table.orgId, table.enrollmentId], [enrollment.orgId, enrollment.id]).onDelete('cascade'),
	],
);

/** That somebody completed a course: what, when, at which version, and the minutes it promises. */
export const completion = pgTable(
	'completion',
	{
		orgId: orgId(),
		enrollmentId: id(),
		versionHash: text().notNull(),
		minutes: integer().notNull(),
		completedAt: instant().notNull(),
	},
	(table) => [
		tenantKey(table, table.enrollmentId),
		tenantReference([table.orgId, table.enrollmentId], [enrollment.orgId, enrollment.id]).onDelete('cascade'),
	],
);

/**
 * How many chose what in a poll: one row a poll, all counts side by side, and no row for a vote. Every vote rewrites
 * the same row, so not even the order of rows tells who chose what.
 */
export const pollTally = pgTable(
	'poll_tally',
	{
		orgId: orgId(),
		course: text().notNull(),
		step: text().notNull(),
		/** Votes by option id. */
		votes: jsonb().notNull(),
	},
	(table) => [tenantKey(table, table.course, table.step)],
);

/** A poll result as it was last published; it moves on only when enough new people have answered. */
export const pollRelease = pgTable(
	'poll_release',
	{
		orgId: orgId(),
		course: text().notNull(),
		step: text().notNull(),
		votes: jsonb().notNull(),
		releasedOn: date({ mode: 'string' }).notNull(),
	},
	(table) => [tenantKey(table, table.course, table.step)],
);
