import type { Ctx, Role } from '../../platform/context.ts';
import { accessByRole } from '../../platform/auth/server/session.ts';

/** Who may do what with the data of others. Everybody may ask for what is their own. */
export const privacyRules = {
	'answer corrections': ['program_admin'],
	'decide erasures': ['program_admin'],
	'see retention': ['program_admin'],
	hold: ['program_admin'],
} as const satisfies Record<string, readonly Role[]>;

/** The door to the data of others. Returns who asks. */
export function accessPrivacy(ctx: Ctx, verb: keyof typeof privacyRules) {
	return accessByRole(ctx, privacyRules[verb]);
}
