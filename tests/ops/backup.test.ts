import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPrivatePostgres } from '../../src/lib/platform/db/private-postgres.ts';
import { reachPrivatePostgres } from '../../src/lib/platform/db/reach-private-postgres.ts';
import { ask, setUp, until } from './ask.ts';
import { cleanUp, folderFor, launch, runTool } from './launch.ts';

const megabytes = process.env.UPSTANDER_FULL === '1' ? 400 : 48;

/**
 * Writes rows of a megabyte one after the other, each committed, with checkpoints between them so that the server
 * would reuse its log; remembers what was acknowledged.
 */
async function writeOn(url: string) {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	await client.query('create schema ops; create table ops.written (number int primary key, stuff bytea)');
	const state = { acknowledged: 0, on: true };
	const writing = (async () => {
		while (state.on && state.acknowledged < megabytes * 20) {
			const number = state.acknowledged + 1;
			await client.query('insert into ops.written values ($1, $2)', [number, randomBytes(1_000_000)]);
			if (number % 10 === 0) await client.query('checkpoint');
			if (number > 40) await client.query('delete from ops.written where number = $1', [number - 40]);
			state.acknowledged = number;
		}
		await client.end();
	})();
	return {
		state,
		stop: async () => {
			state.on = false;
			await writing;
		},
	};
}

describe('backup and restore', { timeout: 180_000 }, () => {
	const dataDir = folderFor('data');
	const backup = join(folderFor('backup'), 'monday');
	const restored = join(folderFor('restored'), 'data');
	let cookie: string;
	let head: string;
	beforeAll(async () => {
		const app = launch({ DATA_DIR: dataDir });
		const port = await app.ready();
		cookie = await setUp(port);
		await until(async () =>
			/links, 0 erased/.test((await runTool('verify-audit', [], { DATA_DIR: dataDir })).output),
		);
		const { adminUrl, wasRunning } = await reachPrivatePostgres(dataDir);
		expect(wasRunning).toBe(true);
		const writer = await writeOn(adminUrl);
		await until(() => Promise.resolve(writer.state.acknowledged >= megabytes));
		const before = writer.state.acknowledged;
		const made = await runTool('backup', [backup], { DATA_DIR: dataDir });
		const after = writer.state.acknowledged;
		expect(made).toMatchObject({ code: 0 });
		expect(after).toBeGreaterThan(before);
		await writer.stop();
		expect((await ask(port, '/o/aldervale-care/app', { headers: { cookie } })).status).toBe(200);
		expect(await app.stop()).toBe(0);
		writeFileSync(join(backup, '..', 'before'), String(before));
	}, 180_000);
	afterAll(cleanUp);

	it('holds the secrets and a manifest, and nothing of the running process', () => {
		const { files } = JSON.parse(readFileSync(join(backup, 'manifest.json'), 'utf8')) as {
			files: { path: string }[];
		};
		const paths = files.map(({ path }) => path);
		expect(paths).toContain('secrets.json');
		expect(paths).toContain('postgres/backup_label');
		expect(paths.filter((path) => /postmaster|pg_replslot|pgsql_tmp|postgres\.log/.test(path))).toEqual([]);
		expect(paths.some((path) => /^postgres\/pg_wal\/[0-9A-F]{24}$/.test(path))).toBe(true);
	});

	it('is restored into an empty folder, with everything acknowledged before it began', async () => {
		const said = await runTool('restore', [backup, restored]);
		expect(said).toMatchObject({ code: 0 });
		expect(said.output).toMatch(/aldervale-care: 1 people, last event \S+/);
		head = /head ([0-9a-f]{64})/.exec(said.output)?.[1] as string;
		const before = Number(readFileSync(join(backup, '..', 'before'), 'utf8'));
		const postgres = await reachPrivatePostgres(restored);
		const admin = new pg.Client({ connectionString: postgres.adminUrl });
		await admin.connect();
		const { rows } = await admin.query<{ least: number; most: number; count: number }>(
			'select min(number) as least, max(number) as most, count(*)::int as count from ops.written where length(stuff) = 1000000',
		);
		await admin.end();
		await postgres.done();
		const { least, most, count } = rows[0] as (typeof rows)[0];
		expect(most).toBeGreaterThanOrEqual(before);
		expect(count).toBe(most - least + 1);
	});

	it('serves again, with the same people, sessions and chain', async () => {
		const app = launch({ DATA_DIR: restored });
		const page = await ask(await app.ready(), '/o/aldervale-care/app/people', { headers: { cookie } });
		expect([page.status, page.body.includes('Dana Whitfield')]).toEqual([200, true]);
		const verified = await runTool('verify-audit', [], { DATA_DIR: restored });
		expect(verified).toMatchObject({ code: 0 });
		expect(verified.output).toContain(head);
		expect(await app.stop()).toBe(0);
	});

	it('is never written over something, nor into the data folder', async () => {
		const over = await runTool('restore', [backup, restored]);
		expect([over.code, over.output.includes('is not empty')]).toEqual([1, true]);
		const again = await runTool('backup', [backup], { DATA_DIR: restored });
		expect([again.code, again.output.includes('is not empty')]).toEqual([1, true]);
		const inside = await runTool('backup', [join(restored, 'copy')], { DATA_DIR: restored });
		expect([inside.code, inside.output.includes('inside the data folder')]).toEqual([1, true]);
	});

	it('is refused when it was cut off or damaged, and then nothing is written', async () => {
		const target = join(folderFor('refused'), 'data');
		const refused = async (damage: (copy: string) => void, words: string) => {
			const copy = join(folderFor('damaged'), 'backup');
			cpSync(backup, copy, { recursive: true });
			damage(copy);
			const said = await runTool('restore', [copy, target]);
			expect([said.code, said.output.includes(words), said.output]).toEqual([1, true, said.output]);
			expect(existsSync(target)).toBe(false);
			rmSync(copy, { recursive: true });
		};
		const segment = (copy: string) => {
			const folder = join(copy, 'postgres', 'pg_wal');
			return join(folder, readdirSync(folder).find((name) => /^[0-9A-F]{24}$/.test(name)) as string);
		};
		await refused((copy) => rmSync(join(copy, 'manifest.json')), 'cut off');
		await refused((copy) => truncateSync(join(copy, 'manifest.json'), 500), 'manifest.json is damaged');
		await refused((copy) => truncateSync(segment(copy), 1_000_000), 'bytes instead of');
		await refused((copy) => rmSync(segment(copy)), 'is missing');
		await refused(
			(copy) => writeFileSync(join(copy, 'secrets.json'), readFileSync(join(copy, 'secrets.json')).reverse()),
			'was changed',
		);
	});

	it('also works while Upstander is stopped', async () => {
		const second = join(folderFor('second'), 'backup');
		expect(await runTool('backup', [second], { DATA_DIR: restored })).toMatchObject({ code: 0 });
		const target = join(folderFor('third'), 'data');
		const said = await runTool('restore', [second, target]);
		expect([said.code, said.output.includes(head)]).toEqual([0, true]);
	});

	it('shows an audited act that somebody changed behind our back', async () => {
		const postgres = await startPrivatePostgres(restored);
		const admin = new pg.Client({ connectionString: postgres.adminUrl });
		await admin.connect();
		await admin.query(`update audit_entry set act = 'role.revoked' where act = 'org.created'`);
		await admin.end();
		const said = await runTool('verify-audit', [], { DATA_DIR: restored });
		expect(said.code).toBe(1);
		expect(said.output).toMatch(/PROBLEM: The act of link \d+ was changed/);
		await postgres.stop();
	});
});
