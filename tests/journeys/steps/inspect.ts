import pg from 'pg';
import type { RunningApp } from '../../harness/app.ts';

/** Looks into the app's database as an administrator, who sees through every wall. */
export async function inspect<Row extends object>(
	app: RunningApp,
	sql: string,
	values: unknown[] = [],
): Promise<Row[]> {
	const client = new pg.Client({ connectionString: app.adminUrl() });
	await client.connect();
	try {
		const { rows } = await client.query(sql, values);
		return rows as Row[];
	} finally {
		await client.end();
	}
}
