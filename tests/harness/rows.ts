import pg from 'pg';
import type { TestPlatform } from './platform.ts';

/** Every row of every table, each as text, by table and sorted; jobs by their queue, as `job event`. */
export type AllRows = ReadonlyMap<string, readonly string[]>;

interface HasDatabase {
	readonly database: { readonly adminUrl: string };
}

/** Runs SQL as the server's administrator, who sees through every wall. */
export async function asAdministrator<Result>(
	platform: HasDatabase,
	work: (admin: pg.Client) => Promise<Result>,
): Promise<Result> {
	return asRole(platform.database.adminUrl, work);
}

/** Runs SQL over a connection of its own. */
export async function asRole<Result>(
	url: string,
	work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		return await work(client);
	} finally {
		await client.end();
	}
}

/**
 * What the whole database holds now. The audit chain is left out: it follows a second later, in its own time.
 * @param orgId reads only this organization's rows of tenant tables
 */
export async function allRows(platform: HasDatabase, orgId?: string): Promise<AllRows> {
	return asAdministrator(platform, async (admin) => {
		const { rows: tables } = await admin.query<{ name: string; tenant: boolean }>(
			`select c.relname as name, exists (
				select from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id') as tenant
			from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
				and c.relname <> 'audit_link' order by 1`,
		);
		const found = new Map<string, string[]>();
		for (const { name, tenant } of tables) {
			if (orgId && !tenant) continue;
			const { rows } = await admin.query<{ row: string }>(
				`select to_jsonb(t)::text as row from ${admin.escapeIdentifier(name)} t
				${orgId ? `where t.org_id = ${admin.escapeLiteral(orgId)}` : ''} order by 1`,
			);
			found.set(
				name,
				rows.map(({ row }) => row),
			);
		}
		const { rows: jobs } = await admin.query<{ name: string; row: string }>(
			`select name, id || ' ' || data::text as row from jobs.job where not starts_with(name, '__') order by 2`,
		);
		for (const { name, row } of jobs) {
			if (orgId && !row.includes(orgId)) continue;
			found.set(`job ${name}`, [...(found.get(`job ${name}`) ?? []), row]);
		}
		return found;
	});
}

/**
 * What `work` and the jobs that it caused changed, by table: `+2` for two new rows, `+1 -1` for one that is another
 * now, nothing for a table that is as it was.
 */
export async function changes(
	platform: TestPlatform,
	work: () => Promise<unknown>,
): Promise<Record<string, string>> {
	await platform.settled();
	const before = await allRows(platform);
	await work();
	await platform.settled();
	return differences(before, await allRows(platform));
}

/** What is in one and not in the other, in the words of `changes`. */
export function differences(before: AllRows, after: AllRows): Record<string, string> {
	const changed: Record<string, string> = {};
	for (const table of new Set([...before.keys(), ...after.keys()])) {
		const [old, now] = [new Set(before.get(table)), new Set(after.get(table))];
		const came = [...now].filter((row) => !old.has(row)).length;
		const went = [...old].filter((row) => !now.has(row)).length;
		const words = [came && `+${came}`, went && `-${went}`].filter(Boolean);
		if (words.length > 0) changed[table] = words.join(' ');
	}
	return changed;
}
