import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../../../../../tests/harness/eventually.ts';
import { jobStates, retryNow } from '../../../../../tests/harness/jobs.ts';
import type { TwoOrgs } from '../../../../../tests/harness/orgs.ts';
import { openTestPlatform, system, type TestPlatform } from '../../../../../tests/harness/platform.ts';
import { changes } from '../../../../../tests/harness/rows.ts';
import type { DomainEvent } from '../events.ts';
import { publish, publishAll } from './publish.ts';
import type { Subscriber } from './subscribe.ts';

describe('an event', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	const heard: { by: string; org: string; event: DomainEvent }[] = [];
	let failing: ((event: DomainEvent) => boolean) | undefined;

	const subscriber = (name: string, types: Subscriber['types'], fails = false): Subscriber => ({
		name,
		types,
		async apply(ctx, happened) {
			if (fails && happened.some((event) => failing?.(event))) throw new Error('not now');
			heard.push(...happened.map((event) => ({ by: name, org: ctx.org.id, event })));
		},
	});

	beforeAll(async () => {
		platform = await openTestPlatform({
			subscribers: [
				subscriber('fragile', ['course.started'], true),
				subscriber('steady', ['course.started', 'course.completed']),
			],
		});
		orgs = await platform.twoOrgs();
	});
	beforeEach(() => {
		heard.length = 0;
		failing = undefined;
	});
	afterAll(() => platform.close());

	const enrollmentOf = ({ data }: DomainEvent) => ('enrollment' in data ? data.enrollment : undefined);
	const course = () => ({ enrollment: randomUUID(), course: 'any' });
	const started = (data = course()) =>
		platform.act(orgs.here.org, system, (ctx) => publish(ctx, 'course.started', null, data));

	it('reaches everyone who follows its type once, in its own organization', async () => {
		const data = course();
		const changed = await changes(platform, () => started(data));
		expect(changed).toEqual({ event: '+1', 'job event': '+1' });
		expect(heard.map(({ by }) => by).sort()).toEqual(['fragile', 'steady']);
		for (const { org, event } of heard) {
			expect(org).toBe(orgs.here.org.id);
			expect(event).toMatchObject({ type: 'course.started', data, at: platform.now() });
		}
	});

	it('is never heard of when its transaction is rolled back', async () => {
		const changed = await changes(platform, async () => {
			const undone = platform.act(orgs.here.org, system, async (ctx) => {
				await publish(ctx, 'course.started', null, course());
				throw new Error('changed my mind');
			});
			await expect(undone).rejects.toThrow('changed my mind');
		});
		expect(changed).toEqual({});
		expect(heard).toEqual([]);
	});

	it('is not told to those who follow other types', async () => {
		const data = { ...course(), version: 'v' };
		await platform.act(orgs.here.org, system, (ctx) => publish(ctx, 'course.completed', null, data));
		await platform.settled();
		expect(heard.map(({ by }) => by)).toEqual(['steady']);
	});

	it('that one subscriber cannot take yet, is taken by the other now and by the first one later', async () => {
		const [broken, fine] = [course(), course()];
		failing = (event) => enrollmentOf(event) === broken.enrollment;
		const happened = [broken, fine].map((data) => ({ accountId: null, data }));
		await platform.act(orgs.here.org, system, (ctx) => publishAll(ctx, 'course.started', happened));
		await eventually(() => expect(heard).toHaveLength(3));
		const of = (name: string) =>
			heard.filter(({ by }) => by === name).map(({ event }) => enrollmentOf(event));
		expect(of('steady').sort()).toEqual([broken.enrollment, fine.enrollment].sort());
		expect(of('fragile')).toEqual([fine.enrollment]);
		await eventually(async () => expect((await jobStates(platform, 'event')).retry).toBe(1));

		failing = undefined;
		await retryNow(platform);
		await platform.settled();
		expect(of('fragile')).toEqual([fine.enrollment, broken.enrollment]);
		expect(new Set(of('steady'))).toEqual(new Set([broken.enrollment, fine.enrollment]));
	});

	it('of thousands at once reaches everyone once each', async () => {
		const happened = Array.from({ length: 2100 }, () => ({
			accountId: null,
			data: { ...course(), version: 'v' },
		}));
		await platform.act(orgs.there.org, system, (ctx) => publishAll(ctx, 'course.completed', happened));
		await platform.settled();
		expect(new Set(heard.map(({ event }) => event.id)).size).toBe(2100);
		expect(heard).toHaveLength(2100);
		expect(heard.every(({ org }) => org === orgs.there.org.id)).toBe(true);
	});
});
