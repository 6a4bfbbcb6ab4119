import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openMailServer } from '../harness/mail-server.ts';
import { ask, isReady, setUp, until } from './ask.ts';
import { cleanUp, folderFor, launch, postmaster } from './launch.ts';

/** Words that no log may hold, in every place where people write. */
const canary = {
	organization: 'Zephyrine Works',
	name: 'Quillon Vexworth',
	email: 'quillon.vexworth@zephyrine.test',
};

describe('the log', { timeout: 120_000 }, () => {
	afterAll(cleanUp);

	it('holds no name, address or token of a whole session, errors included', async () => {
		const dataDir = folderFor('log');
		const mails = await openMailServer();
		const app = launch({ DATA_DIR: dataDir, SMTP_URL: mails.url, LOG_LEVEL: 'debug' });
		const port = await app.ready();
		const code = (await app.says(/with the code (\d{8})/))[1] as string;
		const cookie = await setUp(port, canary);
		const org = '/o/zephyrine-works';
		await ask(port, `${org}/app/people?page=2&search=Quillon`, { headers: { cookie } });

		await ask(port, org, { form: { email: canary.email } });
		const { link } = await mails.mailTo(canary.email, 30_000);
		const token = String(link).split('/').at(-1) as string;
		expect(token.length).toBeGreaterThan(20);
		await ask(port, `${org}/sign-in/${token}`);
		const signedIn = await ask(port, `${org}/sign-in/${token}`, { form: { key: 'x' } });
		expect(signedIn.status).toBeLessThan(500);

		// Errors of every kind: a mail server that refuses, a value that the database refuses, a broken request, a lost database.
		mails.misbehave({ sender: () => `530 5.7.0 Sign in first, ${canary.email}` });
		await ask(port, org, { form: { email: canary.email } });
		await app.says(/takes no mail from us/, 30_000);
		const broken: Record<string, string>[] = [
			{ name: `Quillon\0Vexworth` },
			{ email: `quillon\0@zephyrine.test` },
		];
		for (const form of broken) {
			await ask(port, '/?/setUp', { form: { ...canary, language: 'en', ...form } });
			await ask(port, org, { form });
		}
		await ask(port, `${org}/app/courses/Quillon%00Vexworth/adoption`, { headers: { cookie } });
		await ask(port, `${org}%ff/Quillon`, { headers: { cookie } });
		process.kill(postmaster(dataDir) as number, 'SIGKILL');
		const lost = [1, 2, 3].map(() => ask(port, org, { form: { email: canary.email } }));
		await Promise.allSettled(lost);
		await until(() => isReady(port));
		expect(await app.stop()).toBe(0);
		await mails.close();

		const database = readFileSync(join(dataDir, 'postgres.log'), 'utf8');
		const everything = app.output().replaceAll(code, '') + database;
		expect(database).toContain('ready to accept connections');
		expect(app.output()).toContain('PostgreSQL stopped unexpectedly');
		const secrets = Object.values(
			JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')) as Record<string, string>,
		);
		const session = cookie.split('=')[1] as string;
		for (const word of ['quillon', 'vexworth', 'zephyrine', token, session, ...secrets]) {
			const at = everything.toLowerCase().indexOf(word.toLowerCase());
			expect(at < 0 ? '' : everything.slice(Math.max(0, at - 300), at + 100), word).toBe('');
		}
	});
});
