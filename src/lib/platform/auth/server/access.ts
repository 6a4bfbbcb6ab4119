import type { Ctx, Role } from '../../context.ts';
import { accessByRole } from './session.ts';

/** Who may see, give and take away roles. */
export const roleRules = {
	see: ['program_admin'],
	give: ['program_admin'],
	end: ['program_admin'],
} as const satisfies Record<string, readonly Role[]>;

/** Who may decide how others sign in. */
export const signInRules = {
	tablets: ['program_admin'],
	cards: ['program_admin'],
} as const satisfies Record<string, readonly Role[]>;

/** The door to roles. Returns who asks. */
export const accessRoles = (ctx: Ctx, verb: keyof typeof roleRules) => accessByRole(ctx, roleRules[verb]);

/** The door to how others sign in. Returns who asks. */
export const accessSignIn = (ctx: Ctx, verb: keyof typeof signInRules) =>
	accessByRole(ctx, signInRules[verb]);
