import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { prepareDatabase } from '../../src/lib/platform/db/prepare-database.ts';
import { migrateDatabase } from '../../src/lib/platform/db/server/migrate.ts';
import { openServer } from './server.ts';

/** What test files need to know about the run's PostgreSQL. */
export interface RunPostgres {
	/** A role that may create databases, connected to the server's `postgres` database. */
	readonly adminUrl: string;
	/** Name of the migrated database that copies are made of; every copy's name begins with it. */
	readonly template: string;
	/** The template's own addresses: a copy has the same roles and passwords. */
	readonly appUrl: string;
	readonly ownerUrl: string;
}

declare module 'vitest' {
	interface ProvidedContext {
		postgres: RunPostgres;
	}
}

/**
 * Vitest's global setup: opens one server, makes one migrated template, hands both to the test files; afterward
 * removes every database and role of this run.
 */
export default async function runPostgres(project: TestProject): Promise<() => Promise<void>> {
	const server = await openServer();
	const template = `upstander_test_${randomBytes(4).toString('hex')}`;
	const secret = () => randomBytes(12).toString('hex');
	const urls = await prepareDatabase(server.adminUrl, {
		database: template,
		ownerPassword: secret(),
		appPassword: secret(),
	});
	await migrateDatabase(urls.ownerUrl, urls.appUrl);
	project.provide('postgres', { adminUrl: server.adminUrl, template, ...urls });
	return async () => {
		await removeRun(server.adminUrl, template);
		await server.stop();
	};
}

/** Removes the template, the copies that tests left, and the two roles. */
async function removeRun(adminUrl: string, template: string): Promise<void> {
	const admin = new pg.Client({ connectionString: adminUrl });
	await admin.connect();
	try {
		const { rows } = await admin.query<{ name: string }>(
			`select datname as name from pg_database where starts_with(datname, $1)`,
			[template],
		);
		for (const { name } of rows)
			await admin.query(`drop database ${admin.escapeIdentifier(name)} with (force)`);
		for (const role of [`${template}_app`, `${template}_owner`]) {
			await admin.query(`drop role if exists ${admin.escapeIdentifier(role)}`);
		}
	} finally {
		await admin.end();
	}
}
