import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { prepareDatabase } from '../src/lib/platform/db/prepare-database.ts';
import { runTool } from './backup/run-tool.ts';

/**
 * `npm run db:prepare -- <administrator's address> [database name]`: makes the database and its two roles on your
 * server and prints the settings. With `--new-passwords` it may change those of roles that exist. With
 * `--passwords-from-environment` it takes OWNER_PASSWORD and APP_PASSWORD, prints none, and may be run again and again.
 */
await runTool(async () => {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { 'new-passwords': { type: 'boolean' }, 'passwords-from-environment': { type: 'boolean' } },
	});
	const [adminUrl, database = 'upstander', ...more] = positionals;
	if (!adminUrl || !/^postgres(ql)?:\/\//.test(adminUrl) || !URL.canParse(adminUrl) || more.length > 0) {
		console.error(
			'Usage: npm run db:prepare -- postgres://admin:password@host:5432/postgres [database name]',
		);
		return 2;
	}
	if (!/^[a-z][a-z0-9_]{0,55}$/.test(database)) {
		console.error(
			'A database name has up to 56 small letters, digits and underscores, and begins with a letter.',
		);
		return 2;
	}
	if (values['passwords-from-environment']) {
		const { OWNER_PASSWORD: ownerPassword, APP_PASSWORD: appPassword } = process.env;
		if (!ownerPassword || !appPassword) {
			console.error('OWNER_PASSWORD and APP_PASSWORD must be set.');
			return 2;
		}
		await prepareDatabase(adminUrl, { database, ownerPassword, appPassword });
		console.log(`The database ${database} and its roles ${database}_owner and ${database}_app are ready.`);
		return 0;
	}
	if (!values['new-passwords'] && (await rolesExist(adminUrl, database))) {
		console.error(
			`The roles of "${database}" exist already, and a running Upstander may use their passwords. To set new ones, add --new-passwords.`,
		);
		return 1;
	}
	const secret = () => randomBytes(24).toString('base64url');
	const urls = await prepareDatabase(adminUrl, { database, ownerPassword: secret(), appPassword: secret() });
	console.log(`DATABASE_URL=${urls.appUrl}\nDATABASE_OWNER_URL=${urls.ownerUrl}`);
	return 0;
});

async function rolesExist(adminUrl: string, database: string): Promise<boolean> {
	const admin = new pg.Client({ connectionString: adminUrl });
	await admin.connect();
	try {
		const names = [`${database}_owner`, `${database}_app`];
		return (await admin.query('select from pg_roles where rolname = any($1)', [names])).rowCount !== 0;
	} finally {
		await admin.end();
	}
}
