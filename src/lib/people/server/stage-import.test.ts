import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyImports, fileOf, importDesk } from '../../../../tests/harness/import.ts';
import { openTestPlatform, type TestPlatform } from '../../../../tests/harness/platform.ts';

describe('a file that was read', () => {
	let platform: TestPlatform;
	let here: ReturnType<typeof importDesk>;
	beforeAll(async () => {
		platform = await openTestPlatform();
		const orgs = await platform.twoOrgs();
		here = importDesk(platform, orgs.here);
		const there = importDesk(platform, orgs.there);
		await there.bring(fileOf([['999', 'a@example.org']]));
	});
	afterAll(() => platform.close());
	beforeEach(() => emptyImports(platform, '999'));

	const emails = async () =>
		Object.fromEntries((await here.people()).map(({ number, email }) => [number, email]));
	const managers = async () =>
		Object.fromEntries((await here.people()).map(({ number, manager }) => [number, manager]));

	it('a manager may be in the file, after or before, or here already; who is unknown is said and left open', async () => {
		await here.bring(fileOf([['101', '']]));
		const id = await here.stage(
			fileOf([
				['102', '', '103'],
				['103', '', '101'],
				['104', '', '777'],
				['105', '', '105'],
			]),
		);
		expect((await here.preview(id)).plan.problems.map(({ line, reason }) => [line, reason])).toEqual([
			[4, 'manager_unknown'],
			[5, 'manager_self'],
		]);
		await here.apply(id);
		expect(await managers()).toEqual({ 101: null, 102: '103', 103: '101', 104: null, 105: null });
	});

	it('somebody of another organization is nobody here', async () => {
		const id = await here.stage(fileOf([['101', 'a@example.org', '999']]));
		expect((await here.preview(id)).plan.problems).toMatchObject([{ reason: 'manager_unknown' }]);
		await here.apply(id);
		expect([await emails(), await managers()]).toEqual([{ 101: 'a@example.org' }, { 101: null }]);
	});

	it('whatever files come one after the other, each can be applied, and again without change', async () => {
		const line = fc.tuple(
			fc.constantFrom('101', '102', '103', '104'),
			fc.constantFrom('', 'a@b.co', 'b@b.co', 'c@b.co'),
			fc.constantFrom('', '101', '102', '777'),
		);
		const files = fc.array(
			fc.uniqueArray(line, { maxLength: 4, minLength: 1, selector: ([number]) => number }),
			{ minLength: 1, maxLength: 3 },
		);
		await fc.assert(
			fc.asyncProperty(files, async (all) => {
				await emptyImports(platform, '999');
				for (const lines of all) {
					const id = await here.stage(fileOf(lines));
					const { counts } = await here.preview(id);
					expect(counts.added + counts.changed + counts.same).toBe(lines.length);
					await here.apply(id);
					const people = await here.people();
					const again = await here.stage(fileOf(lines));
					expect((await here.preview(again)).counts).toMatchObject({
						added: 0,
						changed: 0,
						same: lines.length,
					});
					await here.apply(again);
					expect(await here.people()).toEqual(people);
				}
			}),
			{ numRuns: process.env.UPSTANDER_FULL ? 300 : 12 },
		);
	});
});
