import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TwoOrgs } from '../../../../tests/harness/orgs.ts';
import { as, openTestPlatform, type TestPlatform } from '../../../../tests/harness/platform.ts';
import { changes } from '../../../../tests/harness/rows.ts';
import { answerCorrection, askCorrection, openCorrections, ownCorrections } from './correct.ts';

describe('saying that something is wrong', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	beforeAll(async () => {
		platform = await openTestPlatform();
		orgs = await platform.twoOrgs();
	});
	afterAll(() => platform.close());

	const wish = { key: randomUUID(), words: 'I have worked in Chicago since May.' };
	const act = <Result>(
		who: 'admin' | 'learner',
		work: Parameters<typeof platform.act<Result>>[2],
		home = orgs.here,
	) => platform.act(home.org, as(home[who]), work);

	it('is one request, however often it is sent, and stands in the admins’ list by name', async () => {
		const ask = () => act('learner', (ctx) => askCorrection(ctx, wish));
		expect(await changes(platform, ask)).toEqual({ correction_request: '+1', form_key: '+1' });
		expect(await changes(platform, ask)).toEqual({});
		const open = await act('admin', openCorrections);
		expect(open).toMatchObject([{ words: wish.words, name: 'Rosa Delgado', answer: null }]);
	});

	it('is seen by nobody else', async () => {
		await expect(act('learner', openCorrections)).rejects.toMatchObject({ code: 'not_found' });
		expect(await act('admin', ownCorrections)).toEqual([]);
		expect(await act('admin', openCorrections, orgs.there)).toEqual([]);
		const [open] = await act('admin', openCorrections);
		const tries = [
			() => act('learner', (ctx) => answerCorrection(ctx, open?.id ?? '', 'No.')),
			() => act('admin', (ctx) => answerCorrection(ctx, open?.id ?? '', 'No.'), orgs.there),
		];
		for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: 'not_found' });
	});

	it('is closed by an answer, which they read; the first one stays', async () => {
		const [open] = await act('admin', openCorrections);
		const answer = (words: string) => () =>
			act('admin', (ctx) => answerCorrection(ctx, open?.id ?? '', words));
		const changed = await changes(platform, answer('Corrected, from May 4 on.'));
		expect(changed).toEqual({ correction_request: '+1 -1', audit_entry: '+1' });
		expect(await changes(platform, answer('Something else.'))).toEqual({});
		expect(await act('learner', ownCorrections)).toMatchObject([{ answer: 'Corrected, from May 4 on.' }]);
		expect(await act('admin', openCorrections)).toEqual([]);
	});
});
