import type { Ctx, Role } from '../../platform/context.ts';
import { accessByRole } from '../../platform/auth/server/session.ts';

/** Who may do what with the program. */
export const programRules = {
	see: ['program_admin'],
	export: ['program_admin'],
	launch: ['program_admin'],
} as const satisfies Record<string, readonly Role[]>;

/** The door to assignments and progress. Returns who asks. */
export function accessProgram(ctx: Ctx, verb: keyof typeof programRules) {
	return accessByRole(ctx, programRules[verb]);
}
