import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/lib/platform/config/read-config.ts';
import type { Org } from '../../src/lib/platform/context.ts';
import { openDatabase } from '../../src/lib/platform/db/server/database.ts';
import { openLog } from '../../src/lib/platform/log/log.ts';
import { createOrg } from '../../src/lib/platform/org/server/create-org.ts';
import { openPlatform } from '../../src/lib/platform/platform.ts';
import { expireActiveJobs, jobStates } from '../harness/jobs.ts';
import { freshDatabase, type FreshDatabase } from '../harness/postgres.ts';
import { asRole } from '../harness/rows.ts';
import { settle } from '../harness/settle.ts';
import { noting } from './noting.ts';

describe('when a process is killed', () => {
	let database: FreshDatabase;
	let org: Org;
	beforeEach(async () => {
		database = await freshDatabase();
		const db = openDatabase(database.appUrl, 2, () => undefined);
		org = await db.global((tx) =>
			createOrg(tx, { name: 'Aldervale Care', kind: 'real', language: 'en' }, new Date()),
		);
		await db.close();
	});
	afterEach(() => database.drop());

	async function killed(when: 'open' | 'committed' | 'working'): Promise<void> {
		const program = join(import.meta.dirname, 'die-with-job.ts');
		const child = spawn(process.execPath, [program, database.appUrl, org.id, when], {
			stdio: ['ignore', 'inherit', 'inherit'],
		});
		expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
	}

	/** What is in the database: events, jobs and effects. */
	async function state() {
		const [counts] = await asRole(database.adminUrl, async (admin) => {
			const { rows } = await admin.query<{ events: number; effects: number }>(
				`select (select count(*)::int from event) as events,
					(select count(*)::int from form_key where verb = 'noted') as effects`,
			);
			return rows;
		});
		return { ...counts, jobs: await jobStates({ database }, 'event') };
	}

	/** Opens the platform as the next process would, and lets it work off what is there, more than once. */
	async function nextProcesses(): Promise<void> {
		for (let turn = 1; turn <= 2; turn += 1) {
			const areas = { subscribers: [noting], queues: [], rounds: [], data: [], atStart: [] };
			const platform = await openPlatform(readConfig({}), database.appUrl, openLog('error'), areas);
			await settle(platform.db.pool, []);
			await platform.close();
		}
	}

	it('before its commit, neither event nor job was ever there', async () => {
		await killed('open');
		expect(await state()).toEqual({ events: 0, effects: 0, jobs: {} });
		await nextProcesses();
		expect(await state()).toEqual({ events: 0, effects: 0, jobs: {} });
	});

	it('between its commit and the work, the next one does the work, once', async () => {
		await killed('committed');
		expect(await state()).toEqual({ events: 1, effects: 0, jobs: { created: 1 } });
		await nextProcesses();
		expect(await state()).toEqual({ events: 1, effects: 1, jobs: { completed: 1 } });
	});

	it('in the middle of the work, nothing of it stays, and it is done once later', async () => {
		await killed('working');
		expect(await state()).toEqual({ events: 1, effects: 0, jobs: { active: 1 } });
		await expireActiveJobs(database.adminUrl);
		expect(await state()).toEqual({ events: 1, effects: 0, jobs: { retry: 1 } });
		await nextProcesses();
		expect(await state()).toEqual({ events: 1, effects: 1, jobs: { completed: 1 } });
	});
});
