import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TwoOrgs } from '../../../../../tests/harness/orgs.ts';
import { openTestPlatform, type TestPlatform } from '../../../../../tests/harness/platform.ts';
import { asAdministrator, asRole } from '../../../../../tests/harness/rows.ts';
import { buildWalls } from './build-walls.ts';

const appendOnly = [
	'event',
	'audit_entry',
	'audit_link',
	'answer',
	'course_version',
	'shipped_course',
	'org',
	'mail_attempt',
	'mail_choice',
];

describe('the role that serves pages', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	beforeAll(async () => {
		platform = await openTestPlatform();
		orgs = await platform.twoOrgs();
	});
	afterAll(() => platform.close());

	/** What becomes of a statement: "done", or the code that PostgreSQL refuses it with. */
	const attempt = async (statement: string) => {
		try {
			await platform.db.inOrg(orgs.here.org.id, (tx) => tx.$client.query(statement));
			return 'done';
		} catch (error) {
			return (error as { code: string }).code;
		}
	};
	const forbidden = '42501';

	it('cannot change or delete what happened', async () => {
		for (const table of appendOnly) {
			const { rows } = await asAdministrator(platform, (admin) =>
				admin.query<{ name: string }>(
					`select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 limit 1`,
					[table],
				),
			);
			const column = rows[0]?.name;
			expect(await attempt(`update ${table} set ${column} = ${column}`), table).toBe(forbidden);
			expect(await attempt(`delete from ${table}`), table).toBe(forbidden);
			expect(await attempt(`select from ${table}`), table).toBe('done');
		}
	});

	it('cannot empty any table at once', async () => {
		const { rows } = await asAdministrator(platform, (admin) =>
			admin.query<{ name: string }>(
				`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
			),
		);
		for (const { name } of rows) expect(await attempt(`truncate ${name} cascade`), name).toBe(forbidden);
	});

	it('cannot turn a demo into a real organization, nor the other way round', async () => {
		expect(await attempt(`update org set kind = 'demo'`)).toBe(forbidden);
		expect(await attempt(`update org set name = 'Another'`)).toBe(forbidden);
		expect(
			await attempt(`insert into org select * from org on conflict (id) do update set kind = 'demo'`),
		).toBe(forbidden);
	});

	it('cannot make tables, schemas or functions of its own', async () => {
		expect(await attempt('create table public.mine (org_id uuid)')).toBe(forbidden);
		expect(await attempt('create table jobs.mine (org_id uuid)')).toBe(forbidden);
		expect(await attempt('create schema mine')).toBe(forbidden);
		expect(await attempt('create temporary table mine (words text)')).toBe(forbidden);
		expect(await attempt(`create function public.f() returns int language sql as 'select 1'`)).toBe(
			forbidden,
		);
		expect(await attempt('create view public.everyone as select * from person')).toBe(forbidden);
	});

	it('cannot take a wall down or climb over it', async () => {
		for (const change of [
			'disable row level security',
			'no force row level security',
			'disable trigger all',
			'owner to current_user',
		]) {
			expect(await attempt(`alter table person ${change}`), change).toBe(forbidden);
		}
		expect(await attempt('drop policy same_org on person')).toBe(forbidden);
		expect(await attempt('create policy all_rows on person using (true)')).toBe(forbidden);
		expect(await attempt('set local row_security = off; select from person')).toBe(forbidden);
		expect(await attempt('set local session_replication_role = replica')).toBe(forbidden);
		expect(await attempt('set local role upstander_admin')).not.toBe('done');
		expect(await attempt(`copy person to '/tmp/people'`)).toBe(forbidden);
		expect(await attempt(`copy person to program 'cat'`)).toBe(forbidden);
		expect(await attempt(`select pg_read_file('postgresql.conf')`)).toBe(forbidden);
		expect(await attempt('create role mine')).toBe(forbidden);
	});

	it('is refused a table that is neither of tenants nor listed, before anybody can use it', async () => {
		await asRole(platform.database.ownerUrl, async (owner) => {
			const role = new URL(platform.database.appUrl).username;
			await owner.query('begin; create table public.stray (words text)');
			await expect(buildWalls(owner, role)).rejects.toThrow('Table stray must have org_id');
			await owner.query('rollback');
		});
	});

	it('gets a new tenant table with its wall, and walls stay as they are when they are built again', async () => {
		const role = new URL(platform.database.appUrl).username;
		const [here, there] = [orgs.here.org.id, orgs.there.org.id];
		await asRole(platform.database.ownerUrl, async (owner) => {
			await owner.query('create table public.later (org_id uuid not null, words text)');
			for (let time = 1; time <= 2; time += 1) {
				await owner.query('begin');
				await buildWalls(owner, role);
				await owner.query('commit');
			}
		});
		try {
			expect(await attempt(`insert into later values ('${here}', 'ours')`)).toBe('done');
			expect(await attempt(`insert into later values ('${there}', 'theirs')`)).toBe(forbidden);
			const seen = await platform.db.inOrg(there, (tx) => tx.$client.query('select from later'));
			expect(seen.rowCount).toBe(0);
		} finally {
			await asRole(platform.database.ownerUrl, (owner) => owner.query('drop table public.later'));
		}
	});
});
