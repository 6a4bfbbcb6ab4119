import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { areas } from '../../src/lib/areas.ts';
import { listPeople } from '../../src/lib/people/server/list-people.ts';
import { projectRoot } from '../../src/lib/platform/config/project-root.ts';
import { readConfig } from '../../src/lib/platform/config/read-config.ts';
import type { Actor } from '../../src/lib/platform/context.ts';
import { linkAudit } from '../../src/lib/platform/audit/server/link-audit.ts';
import { verifyAudit } from '../../src/lib/platform/audit/server/verify-audit.ts';
import { findSession } from '../../src/lib/platform/auth/server/session.ts';
import { buildWalls } from '../../src/lib/platform/db/server/build-walls.ts';
import { prepareDatabase, type DatabaseUrls } from '../../src/lib/platform/db/prepare-database.ts';
import { checkSchema, migrateDatabase, migrationsFolder } from '../../src/lib/platform/db/server/migrate.ts';
import { openLog } from '../../src/lib/platform/log/log.ts';
import { findOrgBySlug } from '../../src/lib/platform/org/server/find-org.ts';
import { openPlatform } from '../../src/lib/platform/platform.ts';
import { gatherCopy } from '../../src/lib/privacy/server/gather-copy.ts';
import { courseProgress } from '../../src/lib/program/server/course-progress.ts';
import { asRole } from '../harness/rows.ts';

/** One file for every schema that has landed: rows as they stood in it. */
const fixtures = join(projectRoot, 'tests/ops/schemas');
const schemas = readdirSync(fixtures).sort();

interface Journal {
	entries: { tag: string; when: number }[];
}
const journal = () =>
	JSON.parse(readFileSync(join(migrationsFolder, 'meta/_journal.json'), 'utf8')) as Journal;

describe.each(schemas)('an organization that lives in the schema of %s', (fixture) => {
	const name = `upstander_upgrade_${randomBytes(4).toString('hex')}`;
	let urls: DatabaseUrls;
	let adminUrl: string;
	beforeAll(async () => {
		const server = inject('postgres').adminUrl;
		urls = await prepareDatabase(server, { database: name, ownerPassword: 'known', appPassword: 'known' });
		adminUrl = within(server, name);
		await migrateUntil(urls.ownerUrl, fixture.slice(0, 4), `${name}_app`);
		const rows = readFileSync(join(fixtures, fixture), 'utf8');
		await asRole(adminUrl, (admin) => admin.query(rows));
	});
	afterAll(() => remove(inject('postgres').adminUrl, name));

	it('is brought up to date with every row, and goes on', async () => {
		const before = await counts(adminUrl);
		await migrateDatabase(urls.ownerUrl, urls.appUrl);
		const after = await counts(adminUrl);
		expect(Object.keys(before).filter((table) => (after[table] ?? 0) < (before[table] ?? 0))).toEqual([]);

		const config = readConfig({ LOG_LEVEL: 'error' });
		const platform = await openPlatform(config, urls.appUrl, openLog('error'), { ...areas, rounds: [] });
		try {
			const org = await platform.db.global((tx) => findOrgBySlug(tx, 'old-mill'));
			if (!org) throw new Error('The organization is gone.');
			const signedIn = await findSession(platform.db, org.id, 'an old token', platform.now());
			expect([...(signedIn?.actor.roles ?? [])]).toContain('program_admin');
			const act = <Result>(
				work: Parameters<typeof platform.act<Result>>[2],
				actor: Actor = signedIn?.actor as Actor,
			) => platform.act(org, actor, work);

			const { people } = await act((ctx) => listPeople(ctx, {}));
			expect(people.map(({ number }) => number).sort()).toEqual(['1', '2', '3']);
			const ines = people.find(({ number }) => number === '2');
			expect(ines).toMatchObject({
				name: 'Inés Muñoz',
				department: 'Line',
				site: 'Mill Street',
				language: 'es',
			});
			expect((await act((ctx) => listPeople(ctx, { search: 'munoz' }))).total).toBe(1);

			const progress = await act((ctx) => courseProgress(ctx, 'an-old-course'));
			expect(JSON.stringify(progress)).toMatch(/"(done|completed)":1/);
			const herself = {
				kind: 'person',
				accountId: ines?.id ?? '',
				sessionId: '',
				roles: new Set<never>(),
			} as const;
			const copy = await act((ctx) => gatherCopy(ctx, platform.data, 'es'), herself);
			const tables = [
				'account',
				'person',
				'person_fact',
				'person_place',
				'mail',
				'event',
				'enrollment',
				'answer',
				'completion',
			];
			expect(copy.map(({ table }) => table)).toEqual(expect.arrayContaining(tables));

			const audit = await platform.db.inOrg(org.id, async (tx) => {
				await linkAudit(tx, org.id, platform.now());
				return verifyAudit(tx, org.id);
			});
			expect([audit.links > 0, audit.problems]).toEqual([true, []]);
		} finally {
			await platform.close();
		}
	});

	it('is brought up to date once; again nothing changes', async () => {
		const before = await counts(adminUrl);
		await migrateDatabase(urls.ownerUrl, urls.appUrl);
		expect(await counts(adminUrl)).toEqual(before);
	});
});

describe('a database that a newer version has brought up to date', () => {
	const name = `upstander_newer_${randomBytes(4).toString('hex')}`;
	afterAll(() => remove(inject('postgres').adminUrl, name));

	it('is refused in words, with and without the owner, and left as it is', async () => {
		const server = inject('postgres').adminUrl;
		const urls = await prepareDatabase(server, {
			database: name,
			ownerPassword: 'known',
			appPassword: 'known',
		});
		await migrateDatabase(urls.ownerUrl, urls.appUrl);
		await checkSchema(urls.appUrl);
		const newest = Math.max(...journal().entries.map(({ when }) => when));
		await asRole(within(server, name), (admin) =>
			admin.query(`insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', $1)`, [
				newest + 1,
			]),
		);
		const before = await counts(within(server, name));
		for (const attempt of [
			() => migrateDatabase(urls.ownerUrl, urls.appUrl),
			() => checkSchema(urls.appUrl),
		]) {
			await expect(attempt()).rejects.toThrow(/by a newer version of Upstander.*restore the backup/);
		}
		expect(await counts(within(server, name))).toEqual(before);
	});
});

/** Runs the landed migrations up to this number, from a copy whose journal ends there, and builds the walls. */
async function migrateUntil(ownerUrl: string, number: string, appRole: string): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'upstander-schema-'));
	try {
		const { entries, ...rest } = journal();
		const wanted = entries.filter(({ tag }) => tag.slice(0, 4) <= number);
		mkdirSync(join(folder, 'meta'));
		writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify({ ...rest, entries: wanted }));
		for (const { tag } of wanted) cpSync(join(migrationsFolder, `${tag}.sql`), join(folder, `${tag}.sql`));
		const owner = new pg.Client({ connectionString: ownerUrl });
		await owner.connect();
		await migrate(drizzle({ client: owner }), { migrationsFolder: folder });
		await buildWalls(owner, appRole);
		await owner.end();
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** Rows by table. */
async function counts(adminUrl: string): Promise<Record<string, number>> {
	return asRole(adminUrl, async (admin) => {
		const { rows: tables } = await admin.query<{ name: string }>(
			`select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
		);
		const found: Record<string, number> = {};
		for (const { name } of tables) {
			const { rows } = await admin.query<{ rows: number }>(
				`select count(*)::int as rows from ${admin.escapeIdentifier(name)}`,
			);
			found[name] = rows[0]?.rows ?? 0;
		}
		return found;
	});
}

function within(url: string, database: string): string {
	const at = new URL(url);
	at.pathname = `/${database}`;
	return at.href;
}

async function remove(adminUrl: string, database: string): Promise<void> {
	await asRole(adminUrl, async (admin) => {
		await admin.query(`drop database if exists ${admin.escapeIdentifier(database)} with (force)`);
		for (const role of ['app', 'owner']) await admin.query(`drop role if exists ${database}_${role}`);
	});
}
