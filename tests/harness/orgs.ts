import type { Org } from '../../src/lib/platform/context.ts';
import { grantRole } from '../../src/lib/platform/auth/server/session.ts';
import { createOrg } from '../../src/lib/platform/org/server/create-org.ts';
import type { Platform } from '../../src/lib/platform/platform.ts';
import { addPerson } from '../../src/lib/people/server/add-person.ts';
import { system, type TestPerson } from './actors.ts';

export interface TestOrg {
	readonly org: Org;
	/** Program admin. */
	readonly admin: TestPerson;
	/** Holds no role, and reads Spanish. */
	readonly learner: TestPerson;
	/** Adds one more person. */
	add(
		wish: Partial<Pick<TestPerson, 'name' | 'email' | 'language' | 'roles'>> & { name: string },
	): Promise<TestPerson>;
}

/** The organization under test, and another one whose rows must never be seen from it. */
export interface TwoOrgs {
	readonly here: TestOrg;
	readonly there: TestOrg;
}

/** Two organizations from the first test on: what is true of one alone is not proved. */
export async function foundTwoOrgs(platform: Platform): Promise<TwoOrgs> {
	return {
		here: await foundTestOrg(platform, 'Aldervale Care'),
		there: await foundTestOrg(platform, 'Brightwater Logistics'),
	};
}

/** A real organization with an admin and a learner. */
export async function foundTestOrg(platform: Platform, name: string): Promise<TestOrg> {
	const org = await platform.db.global((tx) =>
		createOrg(tx, { name, kind: 'real', language: 'en' }, platform.now()),
	);
	let number = 0;
	const add: TestOrg['add'] = ({ name: whole, email, language = 'en', roles = [] }) =>
		platform.act(org, system, async (ctx) => {
			number += 1;
			const address = email ?? `${whole.toLowerCase().replace(/\W+/g, '.')}@${org.slug}.test`;
			const id = await addPerson(ctx, { number: String(number), name: whole, email: address, language });
			for (const role of roles) await grantRole(ctx, id, role);
			return { id, org, name: whole, email: address, language, roles };
		});
	const admin = await add({ name: 'Dana Whitfield', roles: ['program_admin'] });
	const learner = await add({ name: 'Rosa Delgado', language: 'es' });
	return { org, admin, learner, add };
}
