import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TwoOrgs } from '../../../../tests/harness/orgs.ts';
import {
	nobody,
	openTestPlatform,
	system,
	type TestPerson,
	type TestPlatform,
} from '../../../../tests/harness/platform.ts';
import { changes } from '../../../../tests/harness/rows.ts';
import { choosePinOf } from '../../../../tests/harness/tablet.ts';
import { startSession } from '../../platform/auth/server/session.ts';
import { createStartCodes } from '../../platform/auth/server/sign-in-link.ts';
import { closeDoors } from './close-doors.ts';
import { recordFacts } from './record-facts.ts';
import { requestSignIn } from './request-sign-in.ts';

describe('whoever has left', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	let person: TestPerson;
	beforeAll(async () => {
		platform = await openTestPlatform();
		orgs = await platform.twoOrgs();
	});
	afterAll(() => platform.close());

	const leave = (startsOn: string) =>
		platform.act(person.org, system, (ctx) =>
			recordFacts(ctx, [{ personId: person.id, kind: 'employment', value: 'ended', startsOn }]),
		);
	const round = () => platform.act(orgs.here.org, system, (ctx) => closeDoors.run(ctx, platform));
	async function newcomer(name: string) {
		person = await orgs.here.add({ name });
		await choosePinOf(platform, person, '270461');
		await platform.act(person.org, system, async (ctx) => {
			await startSession(ctx, person.id, 'Firefox, Linux');
			await createStartCodes(ctx, [person.id], 'card');
		});
	}
	const allGone = { session: '-1', pin: '-1', sign_in_link: '-1' };

	it('has no way in once the last day is over, and on that day still has', async () => {
		await newcomer('Last Day');
		await leave('2026-11-20');
		await platform.settled();
		expect(await changes(platform, round)).toEqual({});
		platform.clock.pass({ days: 1 });
		expect(await changes(platform, round)).toEqual(allGone);
		expect(await changes(platform, round)).toEqual({});
	});

	it('has none at once when it is recorded only later', async () => {
		await newcomer('Long Gone');
		expect(await changes(platform, () => leave('2026-09-30'))).toMatchObject(allGone);
	});

	it('gets no link by mail either; who comes back does', async () => {
		const ask = () =>
			platform.act(person.org, nobody, (ctx) => requestSignIn(ctx, person.email, 'https://learn.test'));
		expect(await changes(platform, ask)).toEqual({});
		await platform.act(person.org, system, (ctx) =>
			recordFacts(ctx, [
				{ personId: person.id, kind: 'employment', value: 'employed', startsOn: '2026-11-15' },
			]),
		);
		expect(await changes(platform, ask)).toMatchObject({ mail: '+1', sign_in_link: '+1' });
	});

	it('leaves everybody else as they are', async () => {
		await newcomer('Still Here');
		expect(await changes(platform, round)).toEqual({});
	});
});
