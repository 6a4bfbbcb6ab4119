import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestPlatform, as, system, type TestPlatform } from '../../../../tests/harness/platform.ts';
import type { TestOrg } from '../../../../tests/harness/orgs.ts';
import type { NewFact } from '../fact.ts';
import { presences } from '../person-page.ts';
import { listPeople } from './list-people.ts';
import { recordFacts } from './record-facts.ts';

describe('the list of people', () => {
	let platform: TestPlatform;
	let here: TestOrg;
	beforeAll(async () => {
		platform = await openTestPlatform();
		here = (await platform.twoOrgs()).here;
	});
	afterAll(() => platform.close());

	it('is narrowed by the same rule that says of each whether they are here', async () => {
		type Span = readonly [kind: 'employment' | 'leave', value: string, startsOn: string];
		const began: Span = ['employment', 'employed', '2020-03-02'];
		const spans: readonly (readonly Span[])[] = [
			[],
			[began],
			[['employment', 'employed', '2026-11-20']],
			[['employment', 'employed', '2026-11-21']],
			[began, ['employment', 'ended', '2026-11-19']],
			[began, ['employment', 'ended', '2026-11-20']],
			[began, ['leave', 'on', '2026-11-20']],
			[began, ['leave', 'on', '2026-11-01'], ['leave', 'back', '2026-11-20']],
			[began, ['leave', 'on', '2026-11-01'], ['leave', 'back', '2026-11-21']],
			[began, ['leave', 'on', '2026-11-21']],
			[began, ['leave', 'on', '2026-11-01'], ['employment', 'ended', '2026-11-10']],
		];
		for (const [index, facts] of spans.entries()) {
			const { id } = await here.add({ name: `Span Number${index}` });
			await platform.act(here.org, system, (ctx) =>
				recordFacts(
					ctx,
					facts.map(([kind, value, startsOn]) => ({ personId: id, kind, value, startsOn }) as NewFact),
				),
			);
		}
		const list = (presence: string | null) =>
			platform.act(here.org, as(here.admin), (ctx) =>
				listPeople(ctx, { search: 'span', presence: presence as null }),
			);
		const everyone = await list(null);
		expect(everyone.total).toBe(spans.length);
		for (const presence of presences) {
			const alike = everyone.people.filter((person) => person.presence === presence);
			expect((await list(presence)).people, presence).toEqual(alike);
			expect(alike.length, presence).toBeGreaterThan(0);
		}
		expect(everyone.people.filter(({ presence }) => presence === 'leave')).toHaveLength(2);
		expect(everyone.people.filter(({ presence }) => presence === 'left')).toHaveLength(2);
	});
});
