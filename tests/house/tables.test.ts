import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { is } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/lib/platform/config/project-root.ts';
import { globalTables } from '../../src/lib/platform/db/server/build-walls.ts';
import { freshDatabase, type FreshDatabase } from '../harness/postgres.ts';
import { asRole } from '../harness/rows.ts';

describe('the tables of a migrated database', () => {
	let database: FreshDatabase;
	let declared: Record<string, unknown>;
	beforeAll(async () => {
		database = await freshDatabase();
		declared = await declaredTables();
	});
	afterAll(() => database.drop());

	const ask = <Row extends Record<string, unknown>>(text: string, values: unknown[] = []) =>
		asRole(database.adminUrl, async (admin) => (await admin.query<Row>(text, values)).rows);

	it('are those that the areas declare, with the same columns', async () => {
		const there = await ask<{ table: string; column: string; type: string; optional: boolean }>(`
			select c.relname as "table", a.attname as "column", format_type(a.atttypid, a.atttypmod) as type,
				not a.attnotnull as optional
			from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
			where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`);
		const spoken = (type: string) =>
			type
				.replace(/^timestamp \((\d)\) with time zone$/, 'timestamp($1) with time zone')
				.replace('bigserial', 'bigint');
		const casing = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
		const wished = Object.values(declared).flatMap((table) => {
			const { name, columns } = getTableConfig(table as PgTable);
			return columns.map((column) => {
				const column_ = casing(column.name);
				return { table: name, column: column_, type: spoken(column.getSQLType()), optional: !column.notNull };
			});
		});
		const words = (rows: object[]) => rows.map((row) => JSON.stringify(row)).sort();
		expect(words(there)).toEqual(words(wished));
	});

	it('need no migration that is not written yet', async () => {
		const folder = join(projectRoot, 'migrations', 'meta');
		const journal = JSON.parse(readFileSync(join(folder, '_journal.json'), 'utf8')) as {
			entries: { idx: number }[];
		};
		const last = String(journal.entries.at(-1)?.idx ?? 0).padStart(4, '0');
		const written = JSON.parse(readFileSync(join(folder, `${last}_snapshot.json`), 'utf8')) as { id: string };
		const now = generateDrizzleJson(declared, written.id, undefined, 'snake_case');
		expect(await generateMigration(written, now)).toEqual([]);
	});

	it('belong to an organization, but for the few that are listed', async () => {
		const rows = await ask<{ name: string }>(`
			select c.relname as name from pg_class c
			where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f') and not exists (
				select from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id' and a.attnotnull)
			order by 1`);
		expect(rows.map(({ name }) => name)).toEqual(Object.keys(globalTables).sort());
	});

	it('have their wall: forced for everyone, one policy, for every verb and role', async () => {
		const rows = await ask(`
			select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
				(select json_agg(json_build_object('name', p.polname, 'verb', p.polcmd, 'roles', p.polroles::text,
					'permissive', p.polpermissive, 'using', pg_get_expr(p.polqual, c.oid),
					'check', pg_get_expr(p.polwithcheck, c.oid))) from pg_policy p where p.polrelid = c.oid) as policies
			from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
			where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`);
		expect(rows.length).toBeGreaterThan(20);
		const same = `(org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)`;
		const policy = { name: 'same_org', verb: '*', roles: '{0}', permissive: true, using: same, check: same };
		for (const { name, ...wall } of rows) {
			expect(wall, String(name)).toEqual({ enabled: true, forced: true, policies: [policy] });
		}
	});

	it('begin every key with the organization', async () => {
		const rows = await ask<{ table: string; key: string; kind: string; begins: boolean }>(
			`
			select c.relname as "table", i.relname as key, case when x.indisprimary then 'primary' else 'unique' end as kind,
				(select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum = x.indkey[0]) = 'org_id' as begins
			from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
			where c.relnamespace = 'public'::regnamespace and not c.relname = any ($1)`,
			[Object.keys(globalTables)],
		);
		expect(rows.filter(({ kind }) => kind === 'primary').length).toBeGreaterThan(20);
		expect(rows.filter(({ begins }) => !begins)).toEqual([]);
		const tables = new Set(rows.filter(({ kind }) => kind === 'primary').map(({ table }) => table));
		expect(rows.filter(({ table }) => !tables.has(table))).toEqual([]);
	});

	it('refer to rows of the same organization alone', async () => {
		const rows = await ask<{ name: string; own: string; other: string; foreign: boolean }>(
			`
			select k.conname as name, k.confrelid::regclass::text = any ($1) as foreign,
				(select attname from pg_attribute where attrelid = k.conrelid and attnum = k.conkey[1]) as own,
				(select attname from pg_attribute where attrelid = k.confrelid and attnum = k.confkey[1]) as other
			from pg_constraint k where k.contype = 'f' and k.connamespace = 'public'::regnamespace
				and not k.conrelid::regclass::text = any ($1)`,
			[Object.keys(globalTables)],
		);
		expect(rows.length).toBeGreaterThan(10);
		const astray = rows.filter((key) => key.foreign || key.own !== 'org_id' || key.other !== 'org_id');
		expect(astray).toEqual([]);
	});
});

/** Every table that a `schema.ts` exports, by its name in the database. */
async function declaredTables(): Promise<Record<string, unknown>> {
	const files = globSync('src/lib/**/server/schema.ts', { cwd: projectRoot });
	const tables: Record<string, unknown> = {};
	for (const file of files) {
		const module = (await import(join(projectRoot, file))) as Record<string, unknown>;
		for (const table of Object.values(module)) {
			if (is(table, PgTable)) tables[getTableConfig(table).name] = table;
		}
	}
	return tables;
}
