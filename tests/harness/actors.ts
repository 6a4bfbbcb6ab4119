import type { Actor, Locale, Org, Role } from '../../src/lib/platform/context.ts';

/** Somebody of a test organization. */
export interface TestPerson {
	readonly id: string;
	readonly org: Org;
	readonly name: string;
	readonly email: string;
	readonly language: Locale;
	readonly roles: readonly Role[];
}

/** The actor that `platform.act` takes, as if this person had signed in. */
export function as(person: Pick<TestPerson, 'id' | 'roles'>): Extract<Actor, { kind: 'person' }> {
	// Nothing looks a session up by this id but the list of one's own devices.
	return { kind: 'person', accountId: person.id, sessionId: person.id, roles: new Set(person.roles) };
}

export const nobody: Actor = { kind: 'nobody' };
export const system: Actor = { kind: 'system' };
