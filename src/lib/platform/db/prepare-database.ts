import pg from 'pg';

export interface DatabaseUrls {
	/** The role that serves pages. */
	readonly appUrl: string;
	/** The role that owns the tables. */
	readonly ownerUrl: string;
}

/**
 * Makes a database and its two roles on a server, or brings the passwords of existing ones in line. The owner
 * may change the schema; the app may only use it: it owns nothing and cannot bypass row-level security.
 * @param adminUrl a role that may create roles and databases, connected to any database of the server
 */
export async function prepareDatabase(
	adminUrl: string,
	wish: { database: string; ownerPassword: string; appPassword: string },
): Promise<DatabaseUrls> {
	const owner = `${wish.database}_owner`;
	const app = `${wish.database}_app`;
	const admin = new pg.Client({ connectionString: adminUrl });
	admin.on('error', () => {}); // the query under way reports it
	await admin.connect();
	try {
		const exists = async (sql: string, name: string) => (await admin.query(sql, [name])).rowCount === 1;
		for (const [role, password] of [
			[owner, wish.ownerPassword],
			[app, wish.appPassword],
		] as const) {
			const name = admin.escapeIdentifier(role);
			const secret = admin.escapeLiteral(password);
			// Of a role that exists only the password changes: naming other attributes takes a superuser, and a managed
			// server has none to lend. Whether the role is safe is checked at each start.
			if (await exists('select 1 from pg_roles where rolname = $1', role)) {
				await admin.query(`alter role ${name} login password ${secret}`);
			} else {
				const nothing = 'nosuperuser nocreatedb nocreaterole nobypassrls noreplication';
				await admin.query(`create role ${name} login ${nothing} password ${secret}`);
			}
		}
		if (!(await exists('select 1 from pg_database where datname = $1', wish.database))) {
			// On a managed server the administrator is no superuser and must be a member of the role it gives things to.
			await admin.query(`grant ${admin.escapeIdentifier(owner)} to current_user`);
			await admin.query(
				`create database ${admin.escapeIdentifier(wish.database)} owner ${admin.escapeIdentifier(owner)} encoding 'UTF8' template template0`,
			);
		}
		await admin.query(`revoke all on database ${admin.escapeIdentifier(wish.database)} from public`);
		await admin.query(
			`grant connect on database ${admin.escapeIdentifier(wish.database)} to ${admin.escapeIdentifier(app)}`,
		);
	} finally {
		await admin.end();
	}
	const url = (role: string, password: string) => {
		const at = new URL(adminUrl);
		at.username = encodeURIComponent(role);
		at.password = encodeURIComponent(password);
		at.pathname = `/${encodeURIComponent(wish.database)}`;
		return at.href;
	};
	return { appUrl: url(app, wish.appPassword), ownerUrl: url(owner, wish.ownerPassword) };
}
