import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newLearner, shipped, takeUntil } from '../../../../tests/harness/learners.ts';
import type { TwoOrgs } from '../../../../tests/harness/orgs.ts';
import { as, openTestPlatform, system, type TestPlatform } from '../../../../tests/harness/platform.ts';
import { allRows, asAdministrator } from '../../../../tests/harness/rows.ts';
import type { DomainEvent, EventType } from '../../platform/events/events.ts';
import { launchCourse } from './launch-course.ts';
import { progressProjection, rebuildProgress } from './project-progress.ts';

const runs = process.env.UPSTANDER_FULL ? 400 : 40;
const types: readonly EventType[] = ['course.assigned', 'course.started', 'course.completed'];

describe('progress', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	beforeAll(async () => {
		platform = await openTestPlatform();
		orgs = await platform.twoOrgs();
	});
	afterAll(() => platform.close());

	/** The rows that these events leave, applied in this order, so many at a time, by one who has seen none before. */
	async function rowsAfter(events: readonly DomainEvent[], atATime = 1): Promise<unknown[]> {
		return platform.act(orgs.here.org, system, async (ctx) => {
			await ctx.tx.$client.query('delete from progress');
			for (let start = 0; start < events.length; start += atATime) {
				await progressProjection.apply(ctx, events.slice(start, start + atATime));
			}
			const { rows } = await ctx.tx.$client.query<object>('select * from progress order by enrollment_id');
			return rows;
		});
	}

	it('is the same in whatever order, however often and however many at a time its events come', async () => {
		const enrollments = [randomUUID(), randomUUID()];
		const history = fc.uniqueArray(
			fc.record({ enrollment: fc.constantFrom(...enrollments), type: fc.constantFrom(...types) }),
			{ minLength: 1, maxLength: 6, selector: ({ enrollment, type }) => enrollment + type },
		);
		const told = history.chain((events) => {
			const happened = events.map(({ enrollment, type }, index) => ({
				id: randomUUID(),
				type,
				accountId: enrollment,
				data: { enrollment, course: 'any', version: 'v' },
				at: new Date(Date.UTC(2026, 10, 20, 9, index)),
			}));
			const again = fc.array(fc.constantFrom(...happened), { maxLength: 6 });
			return again.chain((more) =>
				fc
					.shuffledSubarray([...happened, ...more], { minLength: happened.length + more.length })
					.map((mixed) => ({ happened: happened as DomainEvent[], mixed: mixed as DomainEvent[] })),
			);
		});
		await fc.assert(
			fc.asyncProperty(told, fc.integer({ min: 1, max: 12 }), async ({ happened, mixed }, atATime) => {
				expect(await rowsAfter(mixed, atATime)).toEqual(await rowsAfter(happened));
			}),
			{ numRuns: runs },
		);
		await rowsAfter([]);
	});

	it('keeps the first of several moments of a kind', async () => {
		const enrollment = randomUUID();
		const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 9, minute));
		const started = (minute: number): DomainEvent => ({
			id: randomUUID(),
			type: 'course.started',
			accountId: enrollment,
			data: { enrollment, course: 'any' },
			at: at(minute),
		});
		for (const order of [
			[started(3), started(1), started(2)],
			[started(1), started(2), started(3)],
		]) {
			expect(await rowsAfter(order)).toMatchObject([{ started_at: at(1), completed_at: null }]);
		}
		await rowsAfter([]);
	});

	it('rebuilt from the events is what it was, in its own organization alone', async () => {
		for (const [place, { org, admin }] of [orgs.here, orgs.there].entries()) {
			const home = place === 0 ? orgs.here : orgs.there;
			const wish = { key: randomUUID(), course: shipped, dueOn: '' };
			await platform.act(org, as(admin), (ctx) => launchCourse(ctx, wish, 'https://learn.test'));
			platform.clock.pass({ minutes: 10 });
			await takeUntil(platform, await newLearner(platform, home, 'Done Already'));
			await takeUntil(platform, await newLearner(platform, home, 'Half Way'), 'five-moves');
		}
		await platform.settled();
		const live = (await allRows(platform)).get('progress');
		expect(live).toHaveLength(8);

		// A projection that somebody spoilt, in both organizations.
		await asAdministrator(platform, (admin) =>
			admin.query(`delete from progress where started_at is null; update progress set completed_at = now()`),
		);
		const spoilt = (await allRows(platform, orgs.there.org.id)).get('progress');
		await platform.act(orgs.here.org, system, rebuildProgress);
		const ofHere = live?.filter((row) => row.includes(orgs.here.org.id));
		expect((await allRows(platform, orgs.here.org.id)).get('progress')).toEqual(ofHere);
		expect((await allRows(platform, orgs.there.org.id)).get('progress')).toEqual(spoilt);
		await platform.act(orgs.there.org, system, rebuildProgress);
		expect((await allRows(platform)).get('progress')).toEqual(live);
	});
});
