import type { Ctx, Role } from '../../context.ts';
import { accessByRole } from '../../auth/server/session.ts';

/** Who may do what with mails that wait. */
export const mailRules = {
	list: ['program_admin'],
	open: ['program_admin'],
	retry: ['program_admin'],
	test: ['program_admin'],
} as const satisfies Record<string, readonly Role[]>;

/** The door to mails of others. Returns who asks. */
export function accessMail(ctx: Ctx, verb: keyof typeof mailRules) {
	return accessByRole(ctx, mailRules[verb]);
}
