import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setUp } from './ask.ts';
import { cleanUp, folderFor, launch, runTool } from './launch.ts';

describe('npm run restore:drill', { timeout: 120_000 }, () => {
	const dataDir = folderFor('drill-data');
	const room = folderFor('drill-room');
	const env = { DATA_DIR: dataDir };
	let app: ReturnType<typeof launch>;
	beforeAll(async () => {
		app = launch(env);
		await setUp(await app.ready());
	}, 60_000);
	afterAll(cleanUp);

	it('backs up, restores, verifies and removes while Upstander runs, and says how long it took', async () => {
		const { code, output } = await runTool('restore-drill', [room], env);
		expect(output).toMatch(/Backed up: \d+\.\d s\nChecked and restored: \d+\.\d s/);
		expect(output).toMatch(/aldervale-care: 1 people/);
		expect(output).toContain('every audit chain holds');
		expect([code, output.includes('The drill succeeded')]).toEqual([0, true]);
		expect(readdirSync(room)).toEqual([]);
		expect(output).not.toContain('Dana');
	});

	it('shows what would run out, and removes nothing', async () => {
		const { code, output } = await runTool('retention', ['--dry-run'], env);
		expect(output).toMatch(/^aldervale-care:\n/);
		expect(output).toMatch(/\n +0 {2}session \(kept: .*14 days/);
		expect(output).not.toContain('removed');
		expect(code).toBe(0);
		expect((await runTool('retention', ['--now'], env)).code).toBe(2);
	});

	it('says what is wrong when there is nothing to drill with, and leaves nothing behind', async () => {
		expect(await app.stop()).toBe(0);
		writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '');
		const { code, output } = await runTool('restore-drill', [room], env);
		expect([code, output.length > 0]).toEqual([1, true]);
		expect(output).not.toContain('    at ');
		expect(readdirSync(room)).toEqual([]);
	});
});
