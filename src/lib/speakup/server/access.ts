import type { Ctx, Role } from '../../platform/context.ts';
import { accessByRole } from '../../platform/auth/server/session.ts';

/** Who may do what with notes that were left. Leaving one needs nobody's leave. */
export const noteRules = {
	read: ['handler'],
} as const satisfies Record<string, readonly Role[]>;

/** The door to notes. Returns who asks. */
export function accessNotes(ctx: Ctx, verb: keyof typeof noteRules) {
	return accessByRole(ctx, noteRules[verb]);
}
