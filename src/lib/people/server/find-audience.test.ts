import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestOrg } from '../../../../tests/harness/orgs.ts';
import { openTestPlatform, system, type TestPlatform } from '../../../../tests/harness/platform.ts';
import { asAdministrator } from '../../../../tests/harness/rows.ts';
import { audienceSchema } from '../audience.ts';
import type { NewFact } from '../fact.ts';
import { ensureDepartments, ensureSites } from './ensure-places.ts';
import { countAudience, findAudience } from './find-audience.ts';
import { recordFacts } from './record-facts.ts';

describe('an audience', () => {
	let platform: TestPlatform;
	let here: TestOrg;
	const id = new Map<string, string>();

	beforeAll(async () => {
		platform = await openTestPlatform();
		here = (await platform.twoOrgs()).here;
		id.set('Dana', here.admin.id).set('Rosa', here.learner.id);
		for (const name of ['Ana', 'Ben', 'Cleo', 'Dov', 'Eve']) id.set(name, (await here.add({ name })).id);
		await act(async (ctx) => {
			const sites = await ensureSites(ctx, ['Oakland', 'Chicago']);
			const departments = await ensureDepartments(ctx, ['Nursing']);
			for (const [name, given] of [...sites, ...departments]) id.set(name, given);
			await ctx.tx.execute(
				`update site set country = 'US', region = case name when 'Oakland' then 'CA' else 'IL' end`,
			);
			const of = (name: string, kind: NewFact['kind'], value: unknown, startsOn = '2024-01-01') =>
				({ personId: id.get(name), kind, value, startsOn }) as NewFact;
			const [oakland, chicago] = [id.get('Oakland'), id.get('Chicago')];
			await recordFacts(ctx, [
				of('Ana', 'workPlaces', [{ site: oakland, share: 100 }]),
				of('Ben', 'workPlaces', [
					{ site: chicago, share: 80 },
					{ country: 'US', region: 'CA', city: null, share: 20 },
				]),
				of('Cleo', 'workPlaces', [{ site: chicago, share: 100 }]),
				of('Dov', 'workPlaces', [{ site: oakland, share: 100 }]),
				of('Ana', 'department', id.get('Nursing')),
				of('Cleo', 'department', id.get('Nursing')),
				of('Ana', 'employment', 'employed', '2026-03-01'),
				of('Ben', 'employment', 'employed', '2020-03-01'),
				of('Cleo', 'employment', 'employed', '2027-01-01'),
				of('Dov', 'employment', 'employed', '2019-01-01'),
				of('Dov', 'employment', 'ended', '2025-01-01'),
				of('Ben', 'manager', id.get('Ana')),
				of('Cleo', 'supervisor', true),
				of('Eve', 'workerType', 'volunteer'),
			]);
		});
	});
	afterAll(() => platform.close());

	const act = <Result>(work: Parameters<typeof platform.act<Result>>[2]) =>
		platform.act(here.org, system, work);
	const names = async (wish: v.InferInput<typeof audienceSchema>) => {
		const audience = v.parse(audienceSchema, wish);
		const found = await act((ctx) => findAudience(ctx, audience));
		expect(await act((ctx) => countAudience(ctx, audience))).toBe(found.length);
		return [...id]
			.filter(([, one]) => found.includes(one))
			.map(([name]) => name)
			.sort();
	};

	it('is everyone who works here or will, and nobody who has left', async () => {
		expect(await names({})).toEqual(['Ana', 'Ben', 'Cleo', 'Dana', 'Eve', 'Rosa']);
	});

	it.each([
		['those of a site', () => ({ sites: [id.get('Oakland') ?? ''] }), ['Ana']],
		[
			'those of any of two sites',
			() => ({ sites: [id.get('Oakland') ?? '', id.get('Chicago') ?? ''] }),
			['Ana', 'Ben', 'Cleo'],
		],
		['those of a department', () => ({ departments: [id.get('Nursing') ?? ''] }), ['Ana', 'Cleo']],
		['those of a list', () => ({ people: [id.get('Eve') ?? '', id.get('Dov') ?? ''] }), ['Eve']],
		['all in California, at home too', () => ({ places: [{ country: 'US', region: 'CA' }] }), ['Ana', 'Ben']],
		[
			'all in California hired since',
			() => ({ places: [{ country: 'US', region: 'CA' }], hiredFrom: '2026-01-01' }),
			['Ana'],
		],
		['all in a country', () => ({ places: [{ country: 'US', region: null }] }), ['Ana', 'Ben', 'Cleo']],
		['those who direct others, said or seen', () => ({ supervisors: true }), ['Ana', 'Cleo']],
		['those who do not', () => ({ supervisors: false }), ['Ben', 'Dana', 'Eve', 'Rosa']],
		['nobody of an empty list', () => ({ people: [] }), []],
		['those of a kind of work', () => ({ workerTypes: ['volunteer' as const] }), ['Eve']],
		['those of a language', () => ({ languages: ['es' as const] }), ['Rosa']],
		['those hired until a day', () => ({ hiredUntil: '2020-03-01' }), ['Ben']],
	])('is %s', async (_, wish, expected) => {
		expect(await names(wish())).toEqual(expected);
	});

	it('finds nobody of another organization', async () => {
		const { there } = await platform.twoOrgs();
		expect(await names({ people: [there.learner.id] })).toEqual([]);
		const { rows } = await asAdministrator(platform, (admin) => admin.query('select from person'));
		expect(rows.length).toBeGreaterThan(8);
	});
});
