import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestPlatform, type TestPlatform } from '../../../../tests/harness/platform.ts';
import { findOrgBySlug } from '../../platform/org/server/find-org.ts';
import { foundForm, foundOrganization } from './found-organization.ts';

const wish = {
	organization: 'Harbor Clinic',
	name: 'Grace Okafor',
	email: 'grace@harbor.example',
	language: 'en',
};
const zoneOf = (timeZone: unknown) => v.parse(foundForm, { ...wish, timeZone }).timeZone;

describe('a new organization', () => {
	let platform: TestPlatform;
	beforeAll(async () => {
		platform = await openTestPlatform();
	});
	afterAll(() => platform.close());

	it.each([
		'',
		'Mars/Olympus',
		'+05:00',
		`America/${'x'.repeat(5000)}`,
		"'; drop table org; --",
		undefined,
		7,
	])('is founded without a time zone where a browser says %j', (said) =>
		expect(zoneOf(said)).toBeUndefined(),
	);

	it('begins its days where its founder is, and is founded once', async () => {
		const form = v.parse(foundForm, { ...wish, key: randomUUID(), timeZone: 'America/Denver' });
		const founded = await foundOrganization(platform, form, 'Firefox on Linux');
		expect(founded?.org.timeZone).toBe('America/Denver');
		const again = await foundOrganization(platform, { ...form, timeZone: 'Asia/Tokyo' }, 'Firefox on Linux');
		expect(again?.org.id).toBe(founded?.org.id);
		const stored = await platform.db.global((tx) => findOrgBySlug(tx, 'harbor-clinic'));
		expect(stored).toMatchObject({ id: founded?.org.id, timeZone: 'America/Denver' });
	});
});
