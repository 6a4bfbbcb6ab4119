import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/lib/platform/config/project-root.ts';
import { cleanUp, folderFor, isAlive, postmaster } from './launch.ts';

describe.skipIf(process.platform === 'win32')('npm start, as typed', { timeout: 120_000 }, () => {
	afterAll(cleanUp);

	it('stops in order when npm is told to stop, though its shell tells nobody', async () => {
		const dataDir = folderFor('npm');
		const npm = spawn('npm', ['start'], {
			cwd: projectRoot,
			env: {
				PATH: process.env.PATH,
				HOME: process.env.HOME,
				DATA_DIR: dataDir,
				HOST: '127.0.0.1',
				PORT: '0',
			},
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let said = '';
		npm.stdout.on('data', (part: Buffer) => (said += part.toString()));
		const until = async (holds: () => boolean, what: string) => {
			for (let waited = 0; !holds(); waited += 50) {
				if (waited > 60_000) throw new Error(`${what} never came true:\n${said}`);
				await sleep(50);
			}
		};
		await until(() => said.includes('Upstander is ready'), 'readiness');
		const server = postmaster(dataDir) as number;
		expect(isAlive(server)).toBe(true);
		npm.kill('SIGTERM');
		await until(() => !isAlive(server), 'the end of PostgreSQL');
		expect(postmaster(dataDir)).toBeUndefined();
	});
});
