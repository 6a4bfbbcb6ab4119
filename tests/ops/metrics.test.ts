import { createServer } from 'node:http';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/lib/platform/config/read-config.ts';
import { openLog } from '../../src/lib/platform/log/log.ts';
import { createSite, listen } from '../../src/server/site.ts';
import { ask, setUp, until } from './ask.ts';
import { cleanUp, folderFor, launch } from './launch.ts';

const token = 'a-token-that-nobody-guesses';

describe('/metrics', { timeout: 120_000 }, () => {
	afterAll(cleanUp);

	it('does not exist without a token in the settings', async () => {
		const site = createSite(readConfig({ HOST: '127.0.0.1' }), openLog('error'));
		const server = createServer();
		site.handler = (_, response) => void response.writeHead(404).end();
		await listen(site.server, readConfig({ HOST: '127.0.0.1', PORT: '0' }));
		const { port } = site.server.address() as { port: number };
		expect((await ask(port, '/metrics', { headers: { authorization: `Bearer ${token}` } })).status).toBe(404);
		site.server.close();
		server.close();
		expect(() => readConfig({ METRICS_TOKEN: 'short' })).toThrow('METRICS_TOKEN must have at least 16');
	});

	it('tells who holds the token how it is, and nothing about anybody', async () => {
		const app = launch({ DATA_DIR: folderFor('metrics'), METRICS_TOKEN: token });
		const port = await app.ready();
		const cookie = await setUp(port, { name: 'Quillon Vexworth', email: 'quillon@zephyrine.test' });
		for (const path of [
			'/o/aldervale-care/app',
			'/o/aldervale-care/app/people?search=Quillon',
			'/o/nowhere/app',
		]) {
			await ask(port, path, { headers: { cookie } });
		}
		await ask(port, '/o/aldervale-care', { form: { email: 'quillon@zephyrine.test' } });
		for (const authorization of ['', 'Bearer', `Bearer ${token}x`, token]) {
			const refused = await ask(port, '/metrics', { headers: { authorization } });
			expect([refused.status, refused.body]).toEqual([401, '']);
		}
		const read = async () =>
			(await ask(port, '/metrics', { headers: { authorization: `Bearer ${token}` } })).body;
		await until(async () => /^upstander_audit_head_age_seconds /m.test(await read()));
		const metrics = await read();
		expect(metrics).toMatch(
			/upstander_request_seconds_count\{route="[^"]*\/people",method="GET",status="200"\} 1\n/,
		);
		expect(metrics).toMatch(/^upstander_mails_waiting 1$/m); // no mail server is set
		expect(metrics).toMatch(/^# TYPE upstander_jobs_oldest_seconds gauge$/m);
		expect(metrics).toMatch(/^upstander_database_connections\{state="idle"\} [1-9]/m);
		expect(metrics).toMatch(/^upstander_audit_unlinked_age_seconds \d/m);
		expect(metrics).toMatch(/^nodejs_eventloop_lag_seconds \d/m);
		expect(metrics).toMatch(/^process_resident_memory_bytes \d{7}/m);
		for (const word of ['quillon', 'zephyrine', 'aldervale', 'nowhere', token]) {
			expect(metrics.toLowerCase().includes(word), word).toBe(false);
		}
		expect(metrics).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
		expect(await app.stop()).toBe(0);
	});
});
