import type { Ctx } from '../../platform/context.ts';
import { accessOwnAccount } from '../../platform/auth/server/session.ts';
import type { Part } from '../topic.ts';

/** The door to the handbook: whoever is signed in, to the parts that are for them. */
export function accessHandbook(ctx: Ctx, parts: readonly Part[]): readonly Part[] {
	const me = accessOwnAccount(ctx);
	return parts.filter(
		({ for: readers }) => readers.length === 0 || readers.some((role) => me.roles.has(role)),
	);
}
