import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMailServer, type MailServer } from '../harness/mail-server.ts';
import { ask, isReady, setUp, until } from './ask.ts';
import { cleanUp, died, folderFor, isAlive, launch, postmaster } from './launch.ts';

const full = process.env.UPSTANDER_FULL === '1';

describe('after a kill', { timeout: 120_000 }, () => {
	const dataDir = folderFor('kills');
	let mails: MailServer;
	let env: Record<string, string>;
	let app: ReturnType<typeof launch>;
	let port: number;
	let cookie: string;
	const people = () => ask(port, '/o/aldervale-care/app/people', { headers: { cookie } });
	const startAgain = async () => {
		app = launch(env);
		port = await app.ready();
		const page = await people();
		expect(page.status).toBe(200);
		expect(page.body).toContain('Dana Whitfield');
	};
	beforeAll(async () => {
		mails = await openMailServer();
		env = { DATA_DIR: dataDir, SMTP_URL: mails.url };
	});
	afterAll(async () => {
		await cleanUp();
		await mails.close();
	});

	it.for(full ? [0, 100, 300, 600, 1000] : [60])(
		'starts on a folder whose first start was killed (%i ms into initdb)',
		async (pause) => {
			const fresh = pause === 60 || pause === 0 ? dataDir : folderFor('initdb');
			const first = launch({ DATA_DIR: fresh });
			await until(async () => readdirSync(fresh).some((name) => name.startsWith('postgres.new')));
			await sleep(pause);
			await first.kill();
			const again = launch({ DATA_DIR: fresh });
			await again.ready();
			expect(await again.stop()).toBe(0);
		},
	);

	it('takes over from the PostgreSQL that a killed Upstander left', async () => {
		app = launch(env);
		port = await app.ready();
		cookie = await setUp(port);
		const left = postmaster(dataDir) as number;
		await app.kill();
		expect(isAlive(left)).toBe(true);
		await startAgain();
		expect(isAlive(left)).toBe(false);
	});

	it('brings a killed PostgreSQL back by itself, pages, queue and all', async () => {
		const killed = postmaster(dataDir) as number;
		process.kill(killed, 'SIGKILL');
		await until(async () => postmaster(dataDir) !== killed && (await isReady(port)));
		expect((await people()).status).toBe(200);
		await ask(port, '/o/aldervale-care', { form: { email: 'dana@aldervale.test' } });
		expect((await mails.mailTo('dana@aldervale.test', 25_000)).link).toContain('/sign-in/');
		expect(app.output()).toContain('PostgreSQL stopped unexpectedly');
	});

	it.runIf(full)('starts after both were killed', async () => {
		const server = postmaster(dataDir) as number;
		process.kill(server, 'SIGKILL');
		await app.kill();
		await startAgain();
	});

	it.runIf(full)(
		'starts when the number of the dead PostgreSQL now belongs to somebody else, who goes on',
		async () => {
			const server = postmaster(dataDir) as number;
			await app.kill();
			process.kill(server, 'SIGKILL');
			await died(server);
			const file = join(dataDir, 'postgres', 'postmaster.pid');
			const { uid, gid } = statSync(file);
			const root = process.getuid?.() === 0;
			const stranger = spawn('sleep', ['60'], { stdio: 'ignore', ...(root && { uid, gid }) });
			const lines = readFileSync(file, 'utf8').split('\n');
			writeFileSync(file, [String(stranger.pid), ...lines.slice(1)].join('\n'));
			await startAgain();
			expect(stranger.exitCode).toBeNull();
			stranger.kill();
		},
	);

	it('says within seconds that a damaged folder cannot be started, and does not touch it', async () => {
		expect(await app.stop()).toBe(0);
		const control = join(dataDir, 'postgres', 'global', 'pg_control');
		const whole = readFileSync(control);
		writeFileSync(control, whole.subarray(0, 100));
		const refused = launch(env);
		expect(await refused.ended).toBe(1);
		expect(refused.output()).toContain('PostgreSQL does not start');
		expect(readFileSync(control)).toEqual(whole.subarray(0, 100));
		writeFileSync(control, whole);
		await startAgain();
		expect(await app.stop()).toBe(0);
	});
});
