import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareDatabase } from '../../src/lib/platform/db/prepare-database.ts';
import { openServer, type TestServer } from '../harness/server.ts';
import { ask, isReady, setUp, until } from './ask.ts';
import { cleanUp, folderFor, launch, runTool } from './launch.ts';

/** The number in `migrate.ts` that every process takes before it touches the schema. */
const migrationLock = 7_265_331;

/** A port that nobody uses now: the app says its own only when it is ready. */
async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	return port;
}

describe('npm start on a given server', { timeout: 120_000 }, () => {
	let server: TestServer;
	let admin: pg.Client;
	const database = `ops_${randomBytes(4).toString('hex')}`;
	const extra = [`${database}_bypass`, `${database}_member`];
	const DATA_DIR = folderFor('given');
	let appUrl: string;
	let ownerUrl: string;
	const as = (role: string) => {
		const url = new URL(appUrl);
		url.username = role;
		url.password = 'known';
		return url.href;
	};
	const inDatabase = async (url: string, work: (client: pg.Client) => Promise<unknown>) => {
		const client = new pg.Client({ connectionString: url });
		await client.connect();
		await work(client).finally(() => client.end());
	};
	beforeAll(async () => {
		server = await openServer();
		admin = new pg.Client({ connectionString: server.adminUrl });
		await admin.connect();
	});
	afterAll(async () => {
		await cleanUp();
		await admin.query(`drop database if exists ${database} with (force)`);
		for (const role of [...extra, `${database}_app`, `${database}_owner`])
			await admin.query(`drop role if exists ${role}`);
		await admin.end();
		await server.stop();
	});

	it('is prepared by db:prepare, which does not change passwords unasked', async () => {
		const first = await runTool('prepare-database', [server.adminUrl, database]);
		expect(first.code).toBe(0);
		appUrl = /^DATABASE_URL=(\S+)$/m.exec(first.output)?.[1] as string;
		ownerUrl = /^DATABASE_OWNER_URL=(\S+)$/m.exec(first.output)?.[1] as string;
		const again = await runTool('prepare-database', [server.adminUrl, database]);
		expect(again.code).toBe(1);
		expect(again.output).toContain('--new-passwords');
		await inDatabase(appUrl, (client) => client.query('select 1'));
		// What the tool does when it is asked to: the same passwords here, so that the rest goes on.
		const password = (url: string) => decodeURIComponent(new URL(url).password);
		const wish = { database, ownerPassword: password(ownerUrl), appPassword: password(appUrl) };
		expect(await prepareDatabase(server.adminUrl, wish)).toEqual({ appUrl, ownerUrl });
	});

	it('says what is missing where the database is empty', async () => {
		const bare = launch({ DATA_DIR, DATABASE_URL: appUrl });
		expect(await bare.ended).toBe(1);
		expect(bare.output()).toContain('Set DATABASE_OWNER_URL');
	});

	it('refuses every role that could look past the walls, before anything is changed', async () => {
		await admin.query(`create role ${extra[0]} login bypassrls password 'known'`);
		await admin.query(`create role ${extra[1]} login password 'known' in role ${database}_owner`);
		await admin.query(`grant connect on database ${database} to ${extra.join(', ')}`);
		const superuser = new URL(server.adminUrl);
		superuser.pathname = database;
		const wishes = [
			[superuser.href, 'superuser', {}],
			[superuser.href, 'superuser', { DATABASE_OWNER_URL: ownerUrl }],
			[ownerUrl, 'owns tables', { DATABASE_OWNER_URL: ownerUrl }],
			[as(extra[0] as string), 'bypass row-level security', { DATABASE_OWNER_URL: ownerUrl }],
			[as(extra[1] as string), 'become their owner', { DATABASE_OWNER_URL: ownerUrl }],
		] as const;
		await Promise.all(
			wishes.map(async ([url, reason, env]) => {
				const refused = launch({ DATA_DIR, DATABASE_URL: url, ...env });
				expect(await refused.ended, reason).toBe(1);
				expect(refused.output()).toContain(reason);
				expect(refused.output()).toContain('npm run db:prepare');
				expect(refused.output()).not.toContain(new URL(url).password);
			}),
		);
		await inDatabase(ownerUrl, async (client) => {
			const { rows } = await client.query(`select from pg_class where relnamespace = 'public'::regnamespace`);
			expect(rows).toHaveLength(0);
		});
	});

	it('shows a page at once, in both languages, and stops when told to while it waits', async () => {
		const other = new pg.Client({ connectionString: ownerUrl });
		await other.connect();
		await other.query('select pg_advisory_lock($1)', [migrationLock]);
		const port = await freePort();
		const waiting = launch(
			{ DATA_DIR, DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl },
			{ port: String(port) },
		);
		await until(async () => (await ask(port, '/healthz')).status === 200);
		const english = await ask(port, '/');
		expect([english.status, english.headers['retry-after']]).toEqual([503, '1']);
		expect(english.body).toContain('Upstander is getting ready');
		const spanish = await ask(port, '/o/x', { headers: { 'accept-language': 'es-MX,es;q=0.9' } });
		expect(spanish.body).toContain('lang="es-US"');
		expect(spanish.body).toContain('Upstander se está preparando');
		expect((await ask(port, '/readyz')).status).toBe(503);
		expect(await waiting.stop()).toBe(0);
		await other.end();
	});

	it('brings up two processes that start at the same moment on an empty database', async () => {
		const env = { DATA_DIR, DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl };
		const both = [launch(env), launch(env)];
		const [one = 0, two = 0] = await Promise.all(both.map((app) => app.ready()));
		expect([await isReady(one), await isReady(two)]).toEqual([true, true]);
		const cookie = await setUp(one);
		const elsewhere = await ask(two, '/o/aldervale-care/app', { headers: { cookie } });
		expect([elsewhere.status, elsewhere.body.includes('Dana')]).toEqual([200, true]);
		expect(both.map((app) => app.output()).join('')).not.toContain('"level":');
		expect(await Promise.all(both.map((app) => app.stop()))).toEqual([0, 0]);
	});

	it('needs the owner only to change the schema, and is verified as the role that serves pages', async () => {
		const bare = launch({ DATA_DIR, DATABASE_URL: appUrl });
		expect(await isReady(await bare.ready())).toBe(true);
		expect(await bare.stop()).toBe(0);
		const verified = await runTool('verify-audit', [], { DATABASE_URL: appUrl });
		expect(verified.output).toMatch(/aldervale-care: 1 people.*\n.*audit chain: [1-9]/);
		expect(verified.code).toBe(0);
	});
});
