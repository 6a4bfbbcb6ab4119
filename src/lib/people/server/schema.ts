import { sql } from 'drizzle-orm';
import {
	type AnyPgColumn,
	boolean,
	customType,
	index,
	integer,
	jsonb,
	pgTable,
	smallint,
	text,
	uniqueIndex,
	uuid,
} from 'drizzle-orm/pg-core';
import { account } from '../../platform/auth/server/schema.ts';
import { day, id, instant, orgId, tenantKey, tenantReference } from '../../platform/db/server/columns.ts';
import { workerTypes } from '../fact.ts';

/** A place where the organization works. */
export const site = pgTable(
	'site',
	{
		orgId: orgId(),
		id: id(),
		name: text().notNull(),
		/** ISO 3166-1 alpha-2. */
		country: text(),
		/** A state or province: ISO 3166-2 without the country. */
		region: text(),
		city: text(),
		/** IANA. */
		timeZone: text(),
		industry: text(),
		createdAt: instant().notNull(),
		/** The site that it turned out to be the same as: it stays for the facts that name it, and leads there. */
		mergedInto: uuid(),
	},
	(table) => [
		tenantKey(table, table.id),
		tenantReference([table.orgId, table.mergedInto], [table.orgId, table.id]),
		uniqueIndex().on(table.orgId, table.name),
	],
);

/** What was known of a site from which day on, append-only; `site` holds what is so today. */
export const siteFact = pgTable(
	'site_fact',
	{
		orgId: orgId(),
		id: id(),
		siteId: id(),
		kind: text({ enum: ['name', 'address', 'timeZone', 'industry'] }).notNull(),
		value: jsonb().notNull(),
		startsOn: day().notNull(),
		recordedAt: instant().notNull(),
		recordedBy: uuid(),
	},
	(table) => [
		tenantKey(table, table.id),
		tenantReference([table.orgId, table.siteId], [site.orgId, site.id]),
		index().on(table.orgId, table.siteId, table.kind, table.startsOn),
	],
);

export const department = pgTable(
	'department',
	{
		orgId: orgId(),
		id: id(),
		name: text().notNull(),
		createdAt: instant().notNull(),
		/** The department that it turned out to be the same as. */
		mergedInto: uuid(),
	},
	(table) => [
		tenantKey(table, table.id),
		tenantReference([table.orgId, table.mergedInto], [table.orgId, table.id]),
		uniqueIndex().on(table.orgId, table.name),
	],
);

/** What a department was called from which day on, append-only; files may still use an earlier name. */
export const departmentName = pgTable(
	'department_name',
	{
		orgId: orgId(),
		id: id(),
		departmentId: id(),
		name: text().notNull(),
		startsOn: day().notNull(),
		recordedAt: instant().notNull(),
		recordedBy: uuid(),
	},
	(table) => [
		tenantKey(table, table.id),
		tenantReference([table.orgId, table.departmentId], [department.orgId, department.id]),
		index().on(table.orgId, table.departmentId),
		index().on(table.orgId, table.name),
	],
);

/**
 * Somebody who belongs to the organization, under the id of their account. Beyond number and preferred name, the columns
 * are what their facts say for today: `project-people.ts` alone writes them.
 */
export const person = pgTable(
	'person',
	{
		orgId: orgId(),
		id: id(),
		/** The number their own HR system gives them: by it a file finds them again. */
		number: text().notNull(),
		givenName: text().notNull(),
		familyName: text().notNull(),
		/** What they want to be called, if it is not their given name. */
		preferredName: text(),
		/** Names, number and address as they are searched. */
		searchText: text().notNull().default(''),
		email: text(),
		jobTitle: text(),
		supervisor: boolean(),
		departmentId: uuid(),
		managerId: uuid(),
		/** The place where they work most. */
		siteId: uuid(),
		workerType: text({ enum: workerTypes }),
		/** First day of the present employment. */
		hiredOn: day(),
		/** Last day of work. */
		endedOn: day(),
		leaveFrom: day(),
		/** First day back. */
		leaveUntil: day(),
		createdAt: instant().notNull(),
		/** The person that they turned out to be: what is kept under this id leads there. */
		mergedInto: uuid(),
	},
	(table) => [
		tenantKey(table, table.id),
		tenantReference([table.orgId, table.id], [account.orgId, account.id]).onDelete('cascade'),
		tenantReference([table.orgId, table.managerId], [table.orgId, table.id]),
		tenantReference([table.orgId, table.mergedInto], [table.orgId, table.id]),
		tenantReference([table.orgId, table.departmentId], [department.orgId, department.id]),
		tenantReference([table.orgId, table.siteId], [site.orgId, site.id]),
		uniqueIndex().on(table.orgId, table.number),
		uniqueIndex().on(table.orgId, table.email),
		index().on(table.orgId, table.familyName, table.givenName),
		index().on(table.orgId, table.managerId),
	],
);

/** What was known of somebody from which day on, append-only: promotions and moves are history, mistakes are visible. */
export const personFact = pgTable(
	'person_fact',
	{
		orgId: orgId(),
		id: id(),
		personId: id(),
		kind: text({
			enum: [
				'name',
				'email',
				'jobTitle',
				'supervisor',
				'department',
				'manager',
				'workPlaces',
				'workerType',
				'employment',
				'leave',
			],
		}).notNull(),
		value: jsonb(),
		/** The day from which it counts. */
		startsOn: day().notNull(),
		recordedAt: instant().notNull(),
		recordedBy: uuid(),
		/** The import that brought it. */
		importId: uuid(),
		/** The fact that this one replaces as mistaken. */
		corrects: uuid(),
		/** The corrected fact was never so, and nothing stands in its place. */
		void: boolean().notNull().default(false),
	},
	(table) => [
		tenantKey(table, table.id),
		tenantReference([table.orgId, table.personId], [person.orgId, person.id]).onDelete('cascade'),
		index().on(table.orgId, table.personId, table.kind),
		index().on(table.orgId, table.startsOn),
		uniqueIndex()
			.on(table.orgId, table.corrects as AnyPgColumn)
			.where(sql`corrects is not null`),
	],
);

/** Where somebody works today, the largest share first: a projection of their facts. */
export const personPlace = pgTable(
	'person_place',
	{
		orgId: orgId(),
		personId: id(),
		position: smallint().notNull(),
		/** Null: they work from home. */
		siteId: uuid(),
		country: text(),
		region: text(),
		city: text(),
		/** In percent. */
		share: smallint().notNull(),
	},
	(table) => [
		tenantKey(table, table.personId, table.position),
		tenantReference([table.orgId, table.personId], [person.orgId, person.id]).onDelete('cascade'),
		tenantReference([table.orgId, table.siteId], [site.orgId, site.id]),
		index().on(table.orgId, table.siteId),
		index().on(table.orgId, table.country, table.region),
	],
);

/** Who turned out to be the same person as somebody else: said by whom, when. */
export const personMerge = pgTable(
	'person_merge',
	{ orgId: orgId(), fromId: id(), intoId: id(), mergedAt: instant().notNull(), mergedBy: uuid() },
	(table) => [
		tenantKey(table, table.fromId),
		tenantReference([table.orgId, table.fromId], [person.orgId, person.id]).onDelete('cascade'),
		tenantReference([table.orgId, table.intoId], [person.orgId, person.id]).onDelete('cascade'),
		index().on(table.orgId, table.intoId),
	],
);

/** Two who look like one person and are not, so that nobody is asked again. The smaller id stands first. */
export const differentPeople = pgTable(
	'different_people',
	{ orgId: orgId(), oneId: id(), otherId: id(), saidAt: instant().notNull(), saidBy: uuid() },
	(table) => [
		tenantKey(table, table.oneId, table.otherId),
		tenantReference([table.orgId, table.oneId], [person.orgId, person.id]).onDelete('cascade'),
		tenantReference([table.orgId, table.otherId], [person.orgId, person.id]).onDelete('cascade'),
	],
);

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/**
 * A file between its upload and the yes to it. The file itself is sealed; its key lies in a cookie of whoever sent it. When
 * applied, or after an hour, the file is gone; after a day everything but the counts.
 */
export const peopleImport = pgTable(
	'people_import',
	{
		orgId: orgId(),
		id: id(),
		uploadedBy: id(),
		uploadedAt: instant().notNull(),
		state: text({ enum: ['asking', 'ready', 'applying', 'done'] })
			.notNull()
			.default('done'),
		sealedFile: bytes(),
		/** What was read beside people, and what they would change. */
		outline: jsonb(),
		plan: jsonb(),
		counts: jsonb().notNull(),
		/** From which day changes count, whether they are corrections, who left: said with the yes. */
		wish: jsonb(),
		/** People to bring up to date, and how many are. */
		total: integer().notNull().default(0),
		done: integer().notNull().default(0),
	},
	(table) => [tenantKey(table, table.id)],
);

/** A thousand people of an import who wait for their turn: what was read of them, gone when they are in. */
export const peopleImportPart = pgTable(
	'people_import_part',
	{
		orgId: orgId(),
		importId: id(),
		position: smallint().notNull(),
		/** `missing` waits for a yes: people who are not in the file. */
		kind: text({ enum: ['newcomers', 'people', 'sites', 'managers', 'missing', 'leavers'] }).notNull(),
		rows: jsonb().notNull(),
		people: integer().notNull(),
	},
	(table) => [
		tenantKey(table, table.importId, table.position),
		tenantReference([table.orgId, table.importId], [peopleImport.orgId, peopleImport.id]).onDelete('cascade'),
	],
);

/** What the columns of a file are, as somebody said it once: files with the same headings are read so again. No cells. */
export const importMapping = pgTable(
	'import_mapping',
	{
		orgId: orgId(),
		/** A digest of the headings. */
		headings: text().notNull(),
		mapping: jsonb().notNull(),
		chosenBy: id(),
		chosenAt: instant().notNull(),
	},
	(table) => [tenantKey(table, table.headings)],
);
