import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { buildErasure } from './build-erasure.ts';
import { buildStatistics } from './gather-statistics.ts';
import { buildWalls } from './build-walls.ts';
import { refuseDangerousRole, refuseOwner } from './check-role.ts';
import { projectRoot } from '../../config/project-root.ts';
import { prepareJobs } from '../../jobs/server/prepare-jobs.ts';
import { OperatorError } from '../../errors/operator-error.ts';

/** An arbitrary number that every process takes before it touches the schema. */
const migrationLock = 7_265_331;

export const migrationsFolder = join(projectRoot, 'migrations');

/**
 * Brings the schema up to date as its owner: migrations, walls, the queue's own tables. Processes that start at
 * the same moment take turns.
 * @param appUrl tells which role will serve pages
 * @throws UnsafeRoleError when that role could look past the walls
 */
export async function migrateDatabase(ownerUrl: string, appUrl: string): Promise<void> {
	const appRole = decodeURIComponent(new URL(appUrl).username);
	const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'upstander-migrate' });
	owner.on('error', () => {}); // the query under way reports it
	await owner.connect();
	try {
		const { rows } = await owner.query<{ version: number }>(
			`select current_setting('server_version_num')::int as version`,
		);
		if (rows[0] && rows[0].version < 150_000)
			throw new OperatorError('Upstander needs PostgreSQL 15 or newer.');
		// Before anything changes: the walls take rights from this role, and an owner would lose its own.
		await refuseDangerousRole(owner, appRole);
		await refuseOwner(owner, appRole);
		await owner.query('select pg_advisory_lock($1)', [migrationLock]);
		refuseNewer(await migratedUntil(owner));
		await migrate(drizzle({ client: owner }), { migrationsFolder });
		await owner.query('begin');
		await buildWalls(owner, appRole);
		await buildErasure(owner, appRole);
		await buildStatistics(owner, appRole);
		await letReadVersion(owner, appRole);
		await owner.query('commit');
		await prepareJobs(ownerUrl, owner, appRole);
	} finally {
		await owner.end();
	}
}

/** The app's role may see which migrations have run, so that an app without the owner's address can tell. */
async function letReadVersion(owner: pg.Client, appRole: string): Promise<void> {
	const role = owner.escapeIdentifier(appRole);
	await owner.query(`
		grant usage on schema drizzle to ${role};
		grant select on drizzle.__drizzle_migrations to ${role}`);
}

/**
 * For a start without the owner's address: whether the schema is as new as this version needs.
 * @throws Error in words when it is not; UnsafeRoleError when the role could look past the walls.
 */
export async function checkSchema(appUrl: string): Promise<void> {
	const app = new pg.Client({ connectionString: appUrl, application_name: 'upstander-migrate' });
	app.on('error', () => {}); // the query below reports it
	await app.connect();
	try {
		await refuseDangerousRole(app, decodeURIComponent(new URL(appUrl).username));
		const until = await migratedUntil(app);
		refuseNewer(until);
		if (until >= newestMigration()) return;
		throw new OperatorError(
			'The database is empty or older than this version. Set DATABASE_OWNER_URL as well: with it the start brings the schema up to date.',
		);
	} finally {
		await app.end();
	}
}

/** When the newest migration of this version was written, in milliseconds. */
function newestMigration(): number {
	const journal = join(migrationsFolder, 'meta', '_journal.json');
	const { entries } = JSON.parse(readFileSync(journal, 'utf8')) as { entries: { when: number }[] };
	return Math.max(...entries.map(({ when }) => when));
}

/** The same of the newest that has run on this database; 0 where none has, or this role may not know. */
async function migratedUntil(client: pg.Client): Promise<number> {
	const { rows } = await client
		.query<{ at: string | null }>('select max(created_at) as at from drizzle.__drizzle_migrations')
		.catch((error: { code?: string }) => {
			if (['42P01', '3F000', '42501'].includes(error.code ?? '')) return { rows: [] };
			throw error;
		});
	return Number(rows[0]?.at ?? 0);
}

/** Migrations go forward only: an older version would not know what it writes into. */
function refuseNewer(until: number): void {
	if (until <= newestMigration()) return;
	throw new OperatorError(
		'This database was brought up to date by a newer version of Upstander, and an older one cannot run on it. Start the newer version, or restore the backup that was made before the upgrade.',
	);
}
