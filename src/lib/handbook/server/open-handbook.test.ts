import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { as, nobody, openTestPlatform, type TestPlatform } from '../../../../tests/harness/platform.ts';
import type { TwoOrgs } from '../../../../tests/harness/orgs.ts';
import { changes } from '../../../../tests/harness/rows.ts';
import { openHandbook, openTopic, searchHandbook, topicOfScreen } from './open-handbook.ts';

describe('the handbook', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	beforeAll(async () => {
		platform = await openTestPlatform();
		orgs = await platform.twoOrgs();
	});
	afterAll(() => platform.close());

	const read = <Result>(
		who: 'admin' | 'learner',
		work: (ctx: Parameters<typeof openHandbook>[0]) => Result,
	) => platform.act(orgs.here.org, as(orgs.here[who]), (ctx) => Promise.resolve(work(ctx)));
	const ids = (contents: ReturnType<typeof openHandbook>) =>
		contents.flatMap(({ topics }) => topics.map(({ id }) => id));

	it('shows learners what is theirs, and admins what is theirs too', async () => {
		const learner = ids(await read('learner', (ctx) => openHandbook(ctx, 'es')));
		const admin = ids(await read('admin', (ctx) => openHandbook(ctx, 'en')));
		expect(learner).toContain('take-a-course');
		expect(learner).not.toContain('launch');
		expect(admin).toEqual(expect.arrayContaining([...learner, 'launch', 'retention']));
	});

	it('tells a learner of an admin’s topic what it tells of one that there is not', async () => {
		await expect(read('learner', (ctx) => openTopic(ctx, 'launch', 'en'))).rejects.toMatchObject({
			code: 'not_found',
		});
		await expect(read('admin', (ctx) => openTopic(ctx, 'nothing', 'en'))).rejects.toMatchObject({
			code: 'not_found',
		});
		expect((await read('admin', (ctx) => openTopic(ctx, 'launch', 'es'))).title).toBe('Lanzar un curso');
		expect(await read('learner', (ctx) => topicOfScreen(ctx, '/program/launch'))).toBeUndefined();
		expect(await read('learner', (ctx) => searchHandbook(ctx, 'launch a course', 'en'))).not.toContainEqual(
			expect.objectContaining({ id: 'launch' }),
		);
	});

	it('opens at the screen one is on, or at the one above it', async () => {
		const at = (screen: string) => read('admin', (ctx) => topicOfScreen(ctx, screen));
		expect(await at('/people/import/[import]')).toBe('import');
		expect(await at('/people/import/[import]/something-new')).toBe('import');
		expect(await at('/')).toBe('today');
		expect(await at('https://evil.example')).toBeUndefined();
	});

	it('asks who is not signed in to sign in, and changes nothing', async () => {
		const changed = await changes(platform, async () => {
			const attempt = platform.act(orgs.here.org, nobody, (ctx) => Promise.resolve(openHandbook(ctx, 'en')));
			await expect(attempt).rejects.toMatchObject({ code: 'sign_in_required' });
		});
		expect(changed).toEqual({});
	});
});
