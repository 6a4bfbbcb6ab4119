import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importDesk, readFile } from '../../../../tests/harness/import.ts';
import type { TwoOrgs } from '../../../../tests/harness/orgs.ts';
import { as, openTestPlatform, system, type TestPlatform } from '../../../../tests/harness/platform.ts';
import { allRows, changes } from '../../../../tests/harness/rows.ts';
import type { Column } from '../import/column.ts';
import { openFile, sealFile } from './sealed-file.ts';
import {
	chooseColumns,
	forgetImports,
	rememberedMappings,
	sealedImportFile,
	stageImport,
} from './stage-import.ts';

const gusto = readFileSync(new URL('../import/fixtures/gusto.txt', import.meta.url));

describe('a file whose columns are in doubt', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	let here: ReturnType<typeof importDesk>;
	beforeAll(async () => {
		platform = await openTestPlatform();
		orgs = await platform.twoOrgs();
		here = importDesk(platform, orgs.here);
	});
	afterAll(() => platform.close());
	const stage = (sealed?: Buffer) =>
		here.act((ctx) => stageImport(ctx, readFile(gusto), randomUUID(), sealed));

	it('is kept without anybody in it until somebody says what they are', async () => {
		const changed = await changes(platform, async () => {
			const id = await stage();
			expect(await here.preview(id)).toMatchObject({ state: 'asking', counts: { added: 0 } });
		});
		expect(changed).toEqual({ people_import: '+1', form_key: '+1' });
	});

	it('is read as somebody says, who may say it again, and the organization remembers it; another does not', async () => {
		const id = await stage();
		const mapping: (Column | null)[] = readFile(gusto).columns.map(({ column }) => column);
		const choose = (how: (Column | null)[]) =>
			here.act((ctx) =>
				chooseColumns(ctx, id, readFile(gusto, { mapping: how, orders: { 9: 'day_first' } }), how),
			);
		expect(await choose(mapping.map((column) => (column === 'number' ? null : column)))).toBe('asking');
		expect(await choose(mapping)).toBe('ready');
		const without = mapping.map((column) => (column === 'email' ? null : column));
		expect(await choose(without)).toBe('ready');
		expect(await here.preview(id)).toMatchObject({ counts: { added: 3 }, plan: { problems: [] } });
		const everything = [...(await allRows(platform)).values()].flat();
		expect(everything.join('\n')).not.toContain('canary');
		expect(everything.filter((row) => row.includes(id) && row.includes('front@harbor.example'))).toEqual([]);
		const hash = readFile(gusto).headingsHash;
		expect(await here.act((ctx) => rememberedMappings(ctx))).toMatchObject({ [hash]: without });
		const there = importDesk(platform, orgs.there);
		expect(await there.act((ctx) => rememberedMappings(ctx))).toEqual({});
		await expect(there.act((ctx) => chooseColumns(ctx, id, readFile(gusto), mapping))).rejects.toMatchObject({
			code: 'import_gone',
		});
		await here.apply(id);
		expect(await here.people()).toMatchObject([
			{ hired: '2022-04-03' },
			{ hired: '2022-05-04' },
			{ hired: '2022-05-05' },
		]);
	});

	it('lies sealed under a key that is nowhere here, for an hour, or until it is applied', async () => {
		const { sealed, key } = sealFile(gusto);
		expect(sealed.includes(Buffer.from('canary', 'utf16le'))).toBe(false);
		expect(Buffer.from(openFile(sealed, key) ?? [])).toEqual(gusto);
		expect(openFile(sealed, sealFile(gusto).key)).toBeNull();
		expect(openFile(sealed.fill(0, 20, 30), key)).toBeNull();
		const id = await stage(sealed);
		const file = () => here.act((ctx) => sealedImportFile(ctx, id));
		const forget = () => platform.act(orgs.here.org, system, (ctx) => forgetImports(ctx));
		await forget();
		expect(await file()).not.toBeNull();
		expect([...(await allRows(platform)).values()].flat().join('\n')).not.toContain(key);
		platform.clock.pass({ minutes: 61 });
		await forget();
		expect(await file()).toBeNull();
		platform.clock.pass({ days: 1 });
		await forget();
		await expect(here.preview(id)).rejects.toMatchObject({ code: 'import_gone' });
		const learner = as(orgs.here.learner);
		await expect(
			platform.act(orgs.here.org, learner, (ctx) => sealedImportFile(ctx, id)),
		).rejects.toMatchObject({ code: 'not_found' });
	});
});
