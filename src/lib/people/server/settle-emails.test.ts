import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyImports, fileOf, importDesk, type Line } from '../../../../tests/harness/import.ts';
import { openTestPlatform, type TestPlatform } from '../../../../tests/harness/platform.ts';

describe('in a file', () => {
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

	it.each<[string, Line[], Line[], Record<string, string | null>, string[]]>([
		[
			'is taken by somebody else, is left out and said',
			[['101', 'a']],
			[['102', 'a']],
			{ 101: 'a', 102: null },
			['102'],
		],
		[
			'moves on to somebody new',
			[['101', 'a']],
			[
				['101', 'b'],
				['102', 'a'],
			],
			{ 101: 'b', 102: 'a' },
			[],
		],
		[
			'is exchanged between two',
			[
				['101', 'a'],
				['102', 'b'],
			],
			[
				['101', 'b'],
				['102', 'a'],
			],
			{ 101: 'b', 102: 'a' },
			[],
		],
		[
			'goes round among three',
			[
				['101', 'a'],
				['102', 'b'],
				['103', 'c'],
			],
			[
				['101', 'b'],
				['102', 'c'],
				['103', 'a'],
			],
			{ 101: 'b', 102: 'c', 103: 'a' },
			[],
		],
		[
			'is kept by somebody whose cell is empty',
			[['101', 'a']],
			[
				['101', ''],
				['102', 'a'],
			],
			{ 101: 'a', 102: null },
			['102'],
		],
		[
			'is kept by somebody whose new one is taken',
			[
				['101', 'a'],
				['102', 'b'],
				['103', 'c'],
			],
			[
				['101', 'b'],
				['102', 'c'],
			],
			{ 101: 'a', 102: 'b', 103: 'c' },
			['101', '102'],
		],
	])('an address that %s', async (_, before, file, after, refused) => {
		const address = (lines: Line[]) =>
			lines.map(([number, email]) => [number, email && `${email}@example.org`] as const);
		await here.bring(fileOf(address(before)));
		const id = await here.stage(fileOf(address(file)));
		const { problems } = (await here.preview(id)).plan;
		expect(problems.map(({ line, reason }) => [file[line - 2]?.[0], reason])).toEqual(
			refused.map((number) => [number, 'email_twice']),
		);
		await here.apply(id);
		const expected = Object.entries(after).map(([number, email]) => [
			number,
			email && `${email}@example.org`,
		]);
		expect(await emails()).toEqual(Object.fromEntries(expected));
	});

	it('an address that was taken since the file was shown stays where it is', async () => {
		const [first, second] = [
			await here.stage(fileOf([['101', 'a@example.org']])),
			await here.stage(fileOf([['102', 'a@example.org']])),
		];
		await here.apply(first);
		await here.apply(second);
		expect(await emails()).toEqual({ 101: 'a@example.org', 102: null });
	});
});
