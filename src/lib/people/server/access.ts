import type { Ctx, Role } from '../../platform/context.ts';
import { accessByRole } from '../../platform/auth/server/session.ts';

/** Who may do what with people. */
export const peopleRules = {
	list: ['program_admin'],
	import: ['program_admin'],
} as const satisfies Record<string, readonly Role[]>;

/** The door to people. Returns who asks. */
export function accessPeople(ctx: Ctx, verb: keyof typeof peopleRules) {
	return accessByRole(ctx, peopleRules[verb]);
}
