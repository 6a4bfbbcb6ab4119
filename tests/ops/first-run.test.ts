import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemo } from '../harness/demo.ts';
import { ask, founder, setUp } from './ask.ts';
import { cleanUp, folderFor, launch } from './launch.ts';

describe('the first run', { timeout: 120_000 }, () => {
	let app: ReturnType<typeof launch>;
	let port: number;
	let code: string;
	const dataDir = folderFor('first');
	beforeAll(async () => {
		app = launch({ DATA_DIR: dataDir });
		port = await app.ready();
		code = (await app.says(/with the code (\d{8})/))[1] as string;
	});
	afterAll(cleanUp);

	const wrongCode = (attempt: number) => String((Number(code) + attempt) % 100_000_000).padStart(8, '0');
	const elsewhere: [string, Record<string, string>][] = [
		['under another name', { host: 'learn.example.org' }],
		['through a proxy that says whom it serves', { 'x-forwarded-for': '203.0.113.9' }],
		['through a proxy that names itself', { via: '1.1 gate' }],
	];

	it.for(elsewhere)('asks for the code when somebody comes %s', async ([, headers]) => {
		expect((await ask(port, '/', { headers })).body).toContain('name="code"');
		const codes: Record<string, string>[] = [{}, { code: '' }, { code: wrongCode(1) }];
		for (const given of codes) {
			const refused = await ask(port, '/?/setUp', { form: { ...founder, ...given }, headers });
			expect(refused.status).toBe(400);
		}
		const demo = await ask(port, '/demo', { form: { code: wrongCode(2) }, headers });
		expect(demo.status).toBe(403);
	});

	it('asks nobody who sits at this machine', async () => {
		const page = await ask(port, '/');
		expect(page.status).toBe(200);
		expect(page.body).not.toContain('name="code"');
	});

	it('is told by HTTP/1.0 that a proxy stands in between', async () => {
		const said = await new Promise<string>((done, fail) => {
			const socket = connect(port, '127.0.0.1', () =>
				socket.write(`GET / HTTP/1.0\r\nHost: 127.0.0.1:${port}\r\n\r\n`),
			);
			let text = '';
			socket.on('data', (part: Buffer) => (text += part.toString()));
			socket.on('error', fail).on('close', () => done(text));
		});
		expect(said).toContain('name="code"');
	});

	it('accepts no code after twenty wrong ones; a restart gives a new one, which sets up', async () => {
		const headers = { host: 'learn.example.org' };
		for (let attempt = 1; attempt <= 20; attempt += 1) {
			await ask(port, '/?/setUp', { form: { ...founder, code: wrongCode(attempt) }, headers });
		}
		const late = await ask(port, '/?/setUp', { form: { ...founder, code }, headers });
		expect(late.status).toBe(400);

		await app.stop();
		app = launch({ DATA_DIR: dataDir });
		port = await app.ready();
		const fresh = (await app.says(/with the code (\d{8})/))[1] as string;
		const grouped = `${fresh.slice(0, 4)} ${fresh.slice(4)}`;
		const done = await ask(port, '/?/setUp', { form: { ...founder, code: grouped }, headers });
		expect([done.status, done.headers.location]).toEqual([303, '/o/aldervale-care/app']);
		const again = await ask(port, '/?/setUp', {
			form: { ...founder, organization: 'Another', code: fresh },
			headers,
		});
		expect([again.status, again.headers.location]).toEqual([303, '/']);
		await app.stop();
		app = launch({ DATA_DIR: dataDir });
		port = await app.ready();
		expect(app.output()).not.toContain('with the code');
	});

	it('never makes a demo of a real organization', async () => {
		const door = await openDemo(`http://localhost:${port}`);
		expect(door).toBe('/o/aldervale-care-2'); // the demo bears the same name
		const cast = await ask(port, '/o/aldervale-care/cast', { form: { number: '1' } });
		expect(cast.status).toBe(404);
		expect((await ask(port, '/o/aldervale-care')).body).not.toContain('/cast');
	});

	it('asks for the code even here where the settings speak of a proxy', async () => {
		const behind = launch({ DATA_DIR: folderFor('behind'), TRUST_PROXY: 'yes' });
		const at = await behind.ready();
		expect((await ask(at, '/')).body).toContain('name="code"');
		await expect(setUp(at)).rejects.toThrow('400');
	});
});
