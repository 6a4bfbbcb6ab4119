import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { prepareDatabase } from '../../src/lib/platform/db/prepare-database.ts';

/**
 * With TEST_DATABASE_URL, a database and roles on that server for one app, prepared as an operator would; without it,
 * nothing: the app then starts a private PostgreSQL.
 */
export async function givenDatabase(
	database: string,
): Promise<{ env: Record<string, string>; adminUrl: string; drop(): Promise<void> } | undefined> {
	const adminUrl = process.env.TEST_DATABASE_URL;
	if (!adminUrl) return undefined;
	const secret = () => randomBytes(12).toString('hex');
	const wish = { database, ownerPassword: secret(), appPassword: secret() };
	const { appUrl, ownerUrl } = await prepareDatabase(adminUrl, wish);
	const inside = new URL(adminUrl);
	inside.pathname = `/${database}`;
	return {
		adminUrl: inside.href,
		env: { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl },
		async drop() {
			const admin = new pg.Client({ connectionString: adminUrl });
			await admin.connect();
			try {
				await admin.query(`drop database if exists ${admin.escapeIdentifier(database)} with (force)`);
				for (const role of [`${database}_app`, `${database}_owner`]) {
					await admin.query(`drop role if exists ${admin.escapeIdentifier(role)}`);
				}
			} finally {
				await admin.end();
			}
		},
	};
}
