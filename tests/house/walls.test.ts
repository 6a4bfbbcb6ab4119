import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { globalTables } from '../../src/lib/platform/db/server/build-walls.ts';
import type { Tx } from '../../src/lib/platform/db/server/database.ts';
import { liveIn } from '../harness/lived-in.ts';
import type { TwoOrgs } from '../harness/orgs.ts';
import { openTestPlatform, type TestPlatform } from '../harness/platform.ts';
import { asAdministrator } from '../harness/rows.ts';

/** A failed statement in a transaction of its own that is always rolled back. */
class Undo extends Error {}

describe('between two organizations that have lived here', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	let tables: string[];

	beforeAll(async () => {
		platform = await openTestPlatform();
		orgs = await platform.twoOrgs();
		await liveIn(platform, orgs.here);
		await liveIn(platform, orgs.there);
		tables = await tenantTables(platform);
	});
	afterAll(() => platform.close());

	it('every table of tenants holds rows of both', async () => {
		for (const { org } of [orgs.here, orgs.there]) {
			const empty = await asAdministrator(platform, async (admin) => {
				const counts = [];
				for (const table of tables) {
					const { rowCount } = await admin.query(`select from "${table}" where org_id = $1 limit 1`, [
						org.id,
					]);
					if (rowCount === 0) counts.push(table);
				}
				return counts;
			});
			expect(empty, `tables without a row of ${org.name}`).toEqual([]);
		}
	});

	it('a query that forgot its "where" sees no row of the other', async () => {
		for (const [mine, other] of bothWays()) {
			const seen = await platform.db.inOrg(mine.org.id, async (tx) => {
				const counts: Record<string, { own: number; foreign: number }> = {};
				for (const table of tables) {
					const { rows } = await tx.$client.query<{ org_id: string }>(`select org_id from "${table}"`);
					const own = rows.filter(({ org_id }) => org_id === mine.org.id).length;
					counts[table] = { own, foreign: rows.length - own };
				}
				return counts;
			});
			for (const table of tables) {
				expect(seen[table]?.foreign, `${table} of ${other.org.name}`).toBe(0);
				expect(seen[table]?.own, `${table} of ${mine.org.name}`).toBeGreaterThan(0);
			}
		}
	});

	it('without an organization there is nothing to see', async () => {
		await platform.db.global(async (tx) => {
			for (const table of tables) {
				const { rows } = await tx.$client.query(`select org_id from "${table}"`);
				expect(rows, table).toEqual([]);
			}
			for (const table of Object.keys(globalTables)) {
				const { rows } = await tx.$client.query(`select from "${table}"`);
				expect(rows.length, table).toBeGreaterThan(0);
			}
		});
	});

	it('an organization that was set once is not set in the next transaction', async () => {
		const client = await platform.db.pool.connect();
		try {
			await client.query(`begin; set local app.org = '${orgs.here.org.id}'`);
			expect((await client.query('select from person')).rowCount).toBeGreaterThan(0);
			await client.query('commit');
			expect((await client.query('select from person')).rowCount).toBe(0);
		} finally {
			client.release();
		}
	});

	it('a row of the other cannot be written', async () => {
		const { here, there } = orgs;
		for (const table of tables) {
			const row = await asAdministrator(platform, async (admin) => {
				const found = await admin.query<{ row: unknown }>(
					`select to_jsonb(t) as row from "${table}" t where org_id = $1 limit 1`,
					[there.org.id],
				);
				return JSON.stringify(found.rows[0]?.row);
			});
			const insert = `insert into "${table}" select * from jsonb_populate_record(null::"${table}", $1)`;
			const code = await refusal(platform, here.org.id, (tx) => tx.$client.query(insert, [row]));
			expect(code, table).toBe('42501: row-level security');
		}
	});

	it('an own row cannot be moved to the other, and a foreign one not be touched', async () => {
		const { here, there } = orgs;
		for (const table of tables) {
			const { mayUpdate, mayDelete } = await platform.db.inOrg(here.org.id, async (tx) => {
				const { rows } = await tx.$client.query<{ mayUpdate: boolean; mayDelete: boolean }>(
					`select has_table_privilege($1, 'update') as "mayUpdate", has_table_privilege($1, 'delete') as "mayDelete"`,
					[`public.${table}`],
				);
				return rows[0] ?? { mayUpdate: false, mayDelete: false };
			});
			const move = `update "${table}" set org_id = '${there.org.id}'`;
			const code = await refusal(platform, here.org.id, (tx) => tx.$client.query(move));
			expect(code, table).toBe(mayUpdate ? '42501: row-level security' : '42501: permission');
			if (!mayUpdate) continue;
			const verbs = [
				`update "${table}" set org_id = org_id`,
				...(mayDelete ? [`delete from "${table}"`] : []),
			];
			for (const verb of verbs) {
				const touch = `${verb} where org_id = '${there.org.id}'`;
				const touched = await rolledBack(platform, here.org.id, (tx) => tx.$client.query(touch));
				expect(touched.rowCount, touch).toBe(0);
			}
		}
	});

	const bothWays = () =>
		[
			[orgs.here, orgs.there],
			[orgs.there, orgs.here],
		] as const;
});

async function tenantTables(platform: TestPlatform): Promise<string[]> {
	return asAdministrator(platform, async (admin) => {
		const { rows } = await admin.query<{ name: string }>(
			`select table_name as name from information_schema.columns
			where table_schema = 'public' and column_name = 'org_id' order by 1`,
		);
		expect(rows.length).toBeGreaterThan(20);
		return rows.map(({ name }) => name);
	});
}

async function rolledBack<Result>(
	platform: TestPlatform,
	org: string,
	work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
	let result: Result | undefined;
	const undone = platform.db.inOrg(org, async (tx) => {
		result = await work(tx);
		throw new Undo();
	});
	await undone.catch((error: unknown) => {
		if (!(error instanceof Undo)) throw error;
	});
	return result as Result;
}

/** How PostgreSQL refuses it, or "allowed". */
async function refusal(
	platform: TestPlatform,
	org: string,
	work: (tx: Tx) => Promise<unknown>,
): Promise<string> {
	try {
		await rolledBack(platform, org, work);
		return 'allowed';
	} catch (error) {
		const { code, message } = error as { code: string; message: string };
		const why = /row-level security|permission/.exec(message)?.[0] ?? message;
		return `${code}: ${why}`;
	}
}
