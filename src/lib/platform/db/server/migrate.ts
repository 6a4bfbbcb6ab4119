import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { buildWalls } from './build-walls.ts';
import { projectRoot } from '../../config/project-root.ts';
import { prepareJobs } from '../../jobs/server/prepare-jobs.ts';

/** An arbitrary number that every process takes before it touches the schema. */
const migrationLock = 7_265_331;

export const migrationsFolder = join(projectRoot, 'migrations');

/**
 * Brings the schema up to date as its owner: migrations, walls, the queue's own tables. Processes that start at
 * the same moment take turns.
 * @param appUrl tells which role will serve pages
 */
export async function migrateDatabase(ownerUrl: string, appUrl: string): Promise<void> {
	const appRole = decodeURIComponent(new URL(appUrl).username);
	const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'upstander-migrate' });
	await owner.connect();
	try {
		const { rows } = await owner.query<{ version: number }>(
			`select current_setting('server_version_num')::int as version`,
		);
		if (rows[0] && rows[0].version < 150_000) throw new Error('Upstander needs PostgreSQL 15 or newer.');
		await owner.query('select pg_advisory_lock($1)', [migrationLock]);
		await migrate(drizzle({ client: owner }), { migrationsFolder });
		await owner.query('begin');
		await buildWalls(owner, appRole);
		await owner.query('commit');
		await prepareJobs(ownerUrl, owner, appRole);
	} finally {
		await owner.end();
	}
}
