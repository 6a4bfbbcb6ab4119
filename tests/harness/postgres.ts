import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

export interface FreshDatabase {
	/** The role that serves pages: owns nothing, cannot bypass row-level security. */
	readonly appUrl: string;
	/** The role that owns the tables. */
	readonly ownerUrl: string;
	/** The server's administrator, connected to this database: sees through every wall. */
	readonly adminUrl: string;
	drop(): Promise<void>;
}

/**
 * A migrated, empty database for this test file alone: a copy of the run's template. Roles belong to the whole server
 * and are shared by all copies; a database is what keeps test files apart.
 */
export async function freshDatabase(): Promise<FreshDatabase> {
	const { adminUrl, template, appUrl, ownerUrl } = inject('postgres');
	const name = `${template}_${randomBytes(4).toString('hex')}`;
	await administer(adminUrl, async (admin) => {
		const [copy, source] = [admin.escapeIdentifier(name), admin.escapeIdentifier(template)];
		const owner = admin.escapeIdentifier(`${template}_owner`);
		await admin.query(`create database ${copy} template ${source} owner ${owner}`);
		// Rights on what is inside come along with the copy; the right to enter does not.
		await admin.query(`revoke all on database ${copy} from public`);
		await admin.query(`grant connect on database ${copy} to ${admin.escapeIdentifier(`${template}_app`)}`);
	});
	return {
		appUrl: within(appUrl, name),
		ownerUrl: within(ownerUrl, name),
		adminUrl: within(adminUrl, name),
		drop: () =>
			administer(adminUrl, async (admin) => {
				await admin.query(`drop database if exists ${admin.escapeIdentifier(name)} with (force)`);
			}),
	};
}

/** The same address with another database. */
function within(url: string, database: string): string {
	const at = new URL(url);
	at.pathname = `/${database}`;
	return at.href;
}

async function administer(adminUrl: string, work: (admin: pg.Client) => Promise<void>): Promise<void> {
	const admin = new pg.Client({ connectionString: adminUrl });
	await admin.connect();
	try {
		await work(admin);
	} finally {
		await admin.end();
	}
}
