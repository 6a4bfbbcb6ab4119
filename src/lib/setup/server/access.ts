import type { Ctx, Role } from '../../platform/context.ts';
import { accessByRole } from '../../platform/auth/server/session.ts';

/** Who may follow the set-up guide. */
export const setUpRules = {
	see: ['program_admin'],
	choose: ['program_admin'],
} as const satisfies Record<string, readonly Role[]>;

/** The door to the set-up guide. Returns who asks. */
export function accessSetUp(ctx: Ctx, verb: keyof typeof setUpRules) {
	return accessByRole(ctx, setUpRules[verb]);
}
