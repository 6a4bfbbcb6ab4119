import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../../../../tests/harness/postgres.ts';
import { asRole } from '../../../../../tests/harness/rows.ts';
import { checkRole, UnsafeRoleError } from './check-role.ts';

describe('the role that may serve pages', () => {
	let database: FreshDatabase;
	let owner: string;
	const made: string[] = [];
	beforeAll(async () => {
		database = await freshDatabase();
		owner = new URL(database.ownerUrl).username;
	});
	afterEach(async () => {
		for (const role of made.splice(0).reverse()) await admin(`drop owned by ${role}; drop role ${role}`);
	});
	afterAll(() => database.drop());

	const admin = (statement: string) => asRole(database.adminUrl, (client) => client.query(statement));

	/** Makes a role that may use the tables as the app may, and is special in one respect. */
	async function roleThat(is: string): Promise<string> {
		const name = `${owner}_${randomBytes(3).toString('hex')}`;
		await admin(`create role ${name} login password 'secret' ${is}`);
		made.push(name);
		const tables = 'all tables in schema public';
		await admin(`grant connect on database ${databaseName()} to ${name}; grant usage on schema public to ${name};
			grant select, insert, update, delete on ${tables} to ${name}`);
		return name;
	}
	const databaseName = () => new URL(database.adminUrl).pathname.slice(1);

	/** The refusal, or undefined when the role may serve. */
	async function verdict(name: string, password = 'secret'): Promise<string | undefined> {
		const url = new URL(database.adminUrl);
		url.username = name;
		url.password = password;
		const pool = new pg.Pool({ connectionString: url.href, max: 1 });
		try {
			await checkRole(pool);
			return undefined;
		} catch (error) {
			expect(error).toBeInstanceOf(UnsafeRoleError);
			return (error as Error).message;
		} finally {
			await pool.end();
		}
	}

	it('is one that owns nothing', async () => {
		expect(await verdict(await roleThat('inherit'))).toBeUndefined();
		const app = new URL(database.appUrl);
		expect(await verdict(app.username, app.password)).toBeUndefined();
	});

	it.each([
		['superuser', 'is a superuser'],
		['bypassrls', 'may bypass row-level security'],
		['createrole', 'may create roles'],
	])('is not one with %s', async (power, reason) => {
		expect(await verdict(await roleThat(power))).toContain(reason);
	});

	it('is not the owner, nor a member of the owner, even over another role or without inheriting', async () => {
		const url = new URL(database.ownerUrl);
		expect(await verdict(owner, url.password)).toContain('owns tables');
		const member = await roleThat('inherit');
		await admin(`grant ${owner} to ${member}`);
		expect(await verdict(member)).toContain('owns tables');
		const guest = await roleThat('noinherit');
		await admin(`grant ${member} to ${guest}`);
		expect(await verdict(guest)).toContain('owns tables');
	});

	it('is not one that may become a superuser or who bypasses walls', async () => {
		for (const [power, reason] of [
			['superuser', 'is a superuser or may become one'],
			['bypassrls', 'may bypass'],
		] as const) {
			const strong = await roleThat(power);
			const guest = await roleThat('noinherit');
			await admin(`grant ${strong} to ${guest}`);
			expect(await verdict(guest)).toContain(reason);
		}
	});

	it('serves no database in which a tenant table stands open', async () => {
		const role = await roleThat('inherit');
		for (const [open, close] of [
			['create table public.stray (org_id uuid)', 'drop table public.stray'],
			['alter table person no force row level security', 'alter table person force row level security'],
			['alter table person disable row level security', 'alter table person enable row level security'],
			['create policy everyone on person using (true)', 'drop policy everyone on person'],
		] as const) {
			await admin(open);
			expect(await verdict(role), open).toContain('which has no wall');
			await admin(close);
			expect(await verdict(role), close).toBeUndefined();
		}
	});

	it('may not make tables, which would stand without a wall', async () => {
		const role = await roleThat('inherit');
		await admin(`grant create on schema public to ${role}`);
		expect(await verdict(role)).toContain('may create tables');
	});
});
