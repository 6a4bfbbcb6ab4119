import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import type { Ctx, Role } from '../../platform/context.ts';
import { accessByRole, accessOwnAccount } from '../../platform/auth/server/session.ts';
import { notFound } from '../../platform/errors/errors.ts';

/** Who may do what with people. */
export const peopleRules = {
	list: ['program_admin'],
	import: ['program_admin'],
	add: ['program_admin'],
} as const satisfies Record<string, readonly Role[]>;

/** Who may do what with one person. Managers, whatever their roles, also see those who report to them, at any depth. */
export const personRules = {
	see: ['program_admin'],
	change: ['program_admin'],
	merge: ['program_admin'],
} as const satisfies Record<string, readonly Role[]>;

/** Who may do what with sites and departments. */
export const placeRules = {
	see: ['program_admin'],
	change: ['program_admin'],
	merge: ['program_admin'],
} as const satisfies Record<string, readonly Role[]>;

/** The door to people. Returns who asks. */
export function accessPeople(ctx: Ctx, verb: keyof typeof peopleRules) {
	return accessByRole(ctx, peopleRules[verb]);
}

/** The door to sites and departments. Returns who asks. */
export function accessPlaces(ctx: Ctx, verb: keyof typeof placeRules) {
	return accessByRole(ctx, placeRules[verb]);
}

/**
 * The door to one person.
 * @returns how much of them may be shown: everything, or what somebody above them sees
 * @throws ExpectedError `not_found` when they are missing or not for who asks
 */
export async function accessPerson(
	ctx: Ctx,
	personId: string,
	verb: keyof typeof personRules,
): Promise<{ accountId: string; sees: 'everything' | 'team' }> {
	const { accountId, roles, onTablet } = accessOwnAccount(ctx);
	if (!v.is(v.pipe(v.string(), v.uuid()), personId)) throw notFound();
	if (personRules[verb].some((role) => roles.has(role))) {
		if (!(await isThere(ctx, personId))) throw notFound();
		return { accountId, sees: 'everything' };
	}
	if (verb !== 'see' || onTablet || !(await isAbove(ctx, accountId, personId))) throw notFound();
	return { accountId, sees: 'team' };
}

async function isThere(ctx: Ctx, personId: string): Promise<boolean> {
	const { rows } = await ctx.tx.execute(
		sql`select from person where org_id = ${ctx.org.id} and id = ${personId}`,
	);
	return rows.length > 0;
}

async function isAbove(ctx: Ctx, managerId: string, personId: string): Promise<boolean> {
	const { rows } = await ctx.tx.execute(sql`
		with recursive above as (
			select manager_id as id from person where org_id = ${ctx.org.id} and id = ${personId} and merged_into is null
			union select p.manager_id from person p join above a on p.id = a.id where p.org_id = ${ctx.org.id})
		select from above where id = ${managerId}`);
	return rows.length > 0 && managerId !== personId;
}
