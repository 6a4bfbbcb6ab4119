import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/lib/platform/config/project-root.ts';
import { ask, setUp } from './ask.ts';
import { cleanUp, folderFor, launch, postmaster } from './launch.ts';

const isRoot = process.getuid?.() === 0;
const ordinary = { uid: 65_534, gid: 65_534 };
const othersReach = isRoot && reaches(projectRoot);
const setpriv = existsSync('/usr/bin/setpriv') || existsSync('/bin/setpriv');

/** Whether an ordinary user can run what stands in a folder. */
function reaches(folder: string): boolean {
	try {
		execFileSync(
			process.execPath,
			['-e', `require('node:fs').readFileSync(${JSON.stringify(join(folder, 'server.js'))})`],
			{
				...ordinary,
				stdio: 'ignore',
			},
		);
		return true;
	} catch {
		return false;
	}
}

describe('as whom it runs', { timeout: 180_000 }, () => {
	const asRoot = folderFor('root');
	const asOrdinary = folderFor('ordinary');
	let cookie: string;
	afterAll(cleanUp);

	describe.runIf(isRoot)('as root', () => {
		beforeAll(async () => {
			const app = launch({ DATA_DIR: asRoot });
			cookie = await setUp(await app.ready());
			expect(statSync(`/proc/${postmaster(asRoot)}`).uid).not.toBe(0);
			expect(await app.stop()).toBe(0);
		}, 120_000);

		it('keeps the secrets to itself', () => {
			const { mode, uid } = statSync(join(asRoot, 'secrets.json'));
			expect([mode & 0o777, uid]).toEqual([0o600, 0]);
		});

		it.runIf(setpriv)('starts under a folder that others cannot enter', async () => {
			const closed = mkdtempSync(join(tmpdir(), 'upstander-ops-closed-'));
			try {
				mkdirSync(join(closed, 'data'));
				chmodSync(closed, 0o700);
				const app = launch({ DATA_DIR: join(closed, 'data') });
				await app.ready();
				expect(await app.stop()).toBe(0);
			} finally {
				rmSync(closed, { recursive: true });
			}
		});

		it.runIf(othersReach)(
			'says to an ordinary user what to do, who then starts on the same folder, and root again',
			async () => {
				execFileSync('cp', ['-a', `${asRoot}/.`, asOrdinary]);
				chmodSync(asOrdinary, 0o711);
				const refused = launch({ DATA_DIR: asOrdinary }, ordinary);
				expect(await refused.ended).toBe(1);
				expect(refused.output()).toContain(`chown -R ${ordinary.uid} ${asOrdinary}`);
				expect(refused.output()).not.toContain('    at ');

				execFileSync('chown', ['-R', `${ordinary.uid}:${ordinary.gid}`, asOrdinary]);
				for (const who of [ordinary, {}]) {
					const app = launch({ DATA_DIR: asOrdinary }, who);
					const page = await ask(await app.ready(), '/o/aldervale-care/app', { headers: { cookie } });
					expect(page.status).toBe(200);
					expect(statSync(`/proc/${postmaster(asOrdinary)}`).uid).toBe(ordinary.uid);
					expect(await app.stop()).toBe(0);
				}
			},
		);

		it.runIf(othersReach)('lets an ordinary user begin on an empty folder of their own', async () => {
			const own = folderFor('own');
			execFileSync('chown', [`${ordinary.uid}:${ordinary.gid}`, own]);
			const app = launch({ DATA_DIR: own }, ordinary);
			await app.ready();
			expect(await app.stop()).toBe(0);
		});
	});

	it.skipIf(isRoot)('as an ordinary user', async () => {
		const app = launch({ DATA_DIR: asOrdinary });
		await app.ready();
		expect(statSync(join(asOrdinary, 'secrets.json')).uid).toBe(process.getuid?.());
		expect(await app.stop()).toBe(0);
	});
});
