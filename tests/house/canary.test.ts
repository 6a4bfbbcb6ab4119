import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealText } from '../../src/lib/platform/sealing/seal.ts';
import { startApp, type RunningApp } from '../harness/app.ts';
import { openDemo } from '../harness/demo.ts';
import { newKey } from '../harness/keys.ts';
import { asRole } from '../harness/rows.ts';
import { temporaryFolder } from '../harness/server.ts';
import { visit } from '../harness/visitor.ts';

const org = '/o/aldervale-care';
/** Short, so that no compression can hide it, and nowhere else in the world. */
const canary = 'kestrel-quince-7731';

// The private server's own files are looked into, so there must be one: not with TEST_DATABASE_URL.
describe.skipIf(process.env.TEST_DATABASE_URL)('words that were sealed', () => {
	let app: RunningApp;
	let temporary: string;
	beforeAll(async () => {
		temporary = join(temporaryFolder('canary'), 'tmp');
		mkdirSync(temporary, { mode: 0o777 });
		app = await startApp({ env: { TMPDIR: temporary, LOG_LEVEL: 'debug' } });
		await speak();
	}, 240_000);
	afterAll(async () => {
		await app.remove();
		rmSync(dirname(temporary), { recursive: true, force: true });
	});

	/** Leaves the words in every way that a reporter may, right and wrong. */
	async function speak(): Promise<void> {
		const reporter = visit(app.url);
		await openDemo(app.url);
		const note = { key: randomUUID(), words: `${canary} before there was a key` };
		expect((await reporter.post(`${org}/speak-up`, note)).status).toBe(503);

		const handler = visit(app.url);
		await handler.post(`${org}/cast`, { number: '1005' });
		const key = await newKey();
		expect((await handler.post(`${org}/app/keys`, key.form)).status).toBe(303);

		const leave = async (form: Record<string, string>) =>
			(await reporter.post(`${org}/speak-up`, form)).status;
		expect(await leave({ key: randomUUID(), words: `${canary} without a script` })).toBe(303);
		expect(await leave({ key: randomUUID(), sealed: await sealText(canary, [key.recipient]) })).toBe(303);
		expect(await leave({ key: randomUUID(), words: canary.repeat(1000) })).toBe(400);
		expect(await leave({ key: 'none', words: canary })).toBe(400);
		expect(await leave({ key: randomUUID(), words: canary, sealed: canary })).toBe(400);
		expect((await handler.get(`${org}/app/notes`)).status).toBe(200);
	}

	/** Files under a folder that hold the words, as they are or in a usual disguise. */
	function filesWith(words: string, folder: string): string[] {
		const plain = Buffer.from(words);
		const base64 = [0, 1, 2].map((shift) =>
			Buffer.concat([Buffer.alloc(shift), plain])
				.toString('base64')
				.slice(4, -4),
		);
		const disguises = [
			plain,
			Buffer.from(words, 'utf16le'),
			...[...base64, plain.toString('hex')].map((text) => Buffer.from(text)),
		];
		return readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.map((name) => join(folder, name))
			.filter((file) => statSync(file).isFile())
			.filter((file) => {
				const bytes = readFileSync(file);
				return disguises.some((disguise) => bytes.includes(disguise));
			})
			.map((file) => relative(folder, file));
	}

	/** Every row of every table, the queue's too, as a dump would hold it. */
	const dump = async () =>
		asRole(app.adminUrl(), async (admin) => {
			const { rows: tables } = await admin.query<{ name: string }>(
				`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'jobs')`,
			);
			const parts = [];
			for (const { name } of tables) {
				const { rows } = await admin.query<{ row: string }>(`select t::text as row from ${name} t`);
				parts.push(...rows.map(({ row }) => row));
			}
			return parts.join('\n');
		});

	it('are in no file of the database: tables, write-ahead log, temporary files, its log', async () => {
		await asRole(app.adminUrl(), (admin) => admin.query('checkpoint'));
		expect(filesWith(canary, app.dataDir)).toEqual([]);
		expect(filesWith(canary, temporary)).toEqual([]);
	});

	it('are in no dump', async () => {
		expect(await dump()).not.toContain(canary);
	});

	it('are in no line of the log', () => {
		expect(app.output()).not.toContain(canary);
	});

	it('would be found if they were there: what is stored in plain is', async () => {
		await asRole(app.adminUrl(), (admin) => admin.query('checkpoint'));
		const found = filesWith('Aldervale Care', app.dataDir);
		expect(found.some((file) => file.startsWith('postgres/base/'))).toBe(true);
		expect(found.some((file) => file.startsWith('postgres/pg_wal/'))).toBe(true);
		const person = filesWith('priya.raman@aldervale.example', app.dataDir);
		expect(person.some((file) => file.startsWith('postgres/base/'))).toBe(true);
		expect(await dump()).toContain('priya.raman@aldervale.example');
		expect(app.output()).toContain('Upstander is ready');
	});
});
