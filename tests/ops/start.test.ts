import { createServer } from 'node:net';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { ask, isReady, setUp } from './ask.ts';
import { cleanUp, folderFor, isAlive, launch, postmaster } from './launch.ts';

describe('npm start', { timeout: 120_000 }, () => {
	afterAll(cleanUp);
	const dataDir = folderFor('start');
	const env = { DATA_DIR: dataDir };
	let port: number;
	let app: ReturnType<typeof launch>;

	it('serves, and a second start on the same folder says so and leaves the first alone', async () => {
		app = launch(env);
		port = await app.ready();
		const cookie = await setUp(port);
		const second = launch(env);
		expect(await second.ended).toBe(1);
		expect(second.output()).toContain(`Upstander already runs on ${dataDir}`);
		expect(second.output()).not.toContain('    at ');
		expect((await ask(port, '/o/aldervale-care/app', { headers: { cookie } })).status).toBe(200);
	});

	it('refuses a port that is taken when it was asked for', async () => {
		const other = launch({ DATA_DIR: folderFor('port') }, { port: String(port) });
		expect(await other.ended).toBe(1);
		expect(other.output()).toContain(`Cannot listen on port ${port}`);
	});

	it('answers a request in flight before it stops, and takes PostgreSQL along', async () => {
		const server = postmaster(dataDir) as number;
		expect(isAlive(server)).toBe(true);
		const slow = ask(port, '/o/aldervale-care', { form: { email: 'dana@aldervale.test' }, slowMs: 700 });
		const alive = ask(port, '/healthz', { headers: { connection: 'keep-alive' } });
		await alive;
		await sleep(200);
		const begin = performance.now();
		const stopped = app.stop();
		expect((await slow).status).toBe(303);
		expect(await stopped).toBe(0);
		expect(performance.now() - begin).toBeLessThan(15_000);
		expect(isAlive(server)).toBe(false);
		expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
	});

	it('leaves nothing running when it is stopped while it starts', async () => {
		const early = launch(env);
		for (let waited = 0; waited < 10_000 && !postmaster(dataDir); waited += 5) await sleep(5);
		const server = postmaster(dataDir) as number;
		expect(await early.stop()).toBe(0);
		expect(isAlive(server)).toBe(false);
		expect(early.output()).not.toMatch(/error/i);
	});

	it('lists every wrong setting without a value, and ends', async () => {
		const wrong = {
			PORT: 'eighty',
			TRUST_PROXY: 'perhaps',
			DATABASE_URL: 'postgres://user:s3cret@:bad/x',
			LOG_LEVEL: 'loud',
		};
		const refused = launch({ ...env, ...wrong });
		expect(await refused.ended).toBe(1);
		for (const [name, value] of Object.entries(wrong)) {
			expect(refused.output()).toContain(`${name} must`);
			expect(refused.output()).not.toContain(value);
		}
		expect(refused.output()).not.toContain('s3cret');
	});

	it('takes the next free port without PORT, and says so', async () => {
		const taken = createServer();
		taken.listen(3000, '127.0.0.1');
		await Promise.race([once(taken, 'listening'), once(taken, 'error')]); // taken by somebody is as good
		const next = launch(env, { port: '' });
		const found = await next.ready();
		expect(found).toBeGreaterThan(3000);
		expect(next.output()).toContain(`Port 3000 is taken, so this is port ${found}.`);
		expect(await isReady(found)).toBe(true);
		expect(await next.stop()).toBe(0);
		taken.close();
	});
});
