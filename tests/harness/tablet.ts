import { randomUUID } from 'node:crypto';
import { chooseOwnPin } from '../../src/lib/people/server/choose-pin.ts';
import { enableTablet } from '../../src/lib/platform/auth/server/shared-tablet.ts';
import { as, type TestPerson } from './actors.ts';
import type { TestOrg } from './orgs.ts';
import type { Platform } from '../../src/lib/platform/platform.ts';

/** Makes a shared tablet. @returns what its cookie holds */
export function enabledTablet(
	platform: Platform,
	{ org, admin }: TestOrg,
	name = 'Break room',
): Promise<string> {
	return platform.act(org, as(admin), (ctx) => enableTablet(ctx, { key: randomUUID(), name, site: null }));
}

/** Lets somebody choose a PIN. */
export async function choosePinOf(platform: Platform, person: TestPerson, pin: string): Promise<void> {
	const problem = await platform.act(person.org, as(person), (ctx) => chooseOwnPin(ctx, { pin, again: pin }));
	if (problem) throw new Error(`${pin} is no PIN: ${problem}.`);
}
