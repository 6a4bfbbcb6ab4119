import { and, eq, isNotNull, lt } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { removeByOwner } from '../../platform/db/server/build-erasure.ts';
import { refreshSearch } from './project-people.ts';
import { person } from './schema.ts';

/**
 * Forgets how to reach somebody who has left, whose training records stay for a while: the address, and every address
 * before it. Who works here is still reached. Only within a decided erasure.
 */
export async function forgetContact(ctx: Ctx, personId: string): Promise<void> {
	const left = await ctx.tx
		.update(person)
		.set({ email: null })
		.where(
			and(
				eq(person.orgId, ctx.org.id),
				eq(person.id, personId),
				isNotNull(person.endedOn),
				lt(person.endedOn, ctx.today),
			),
		)
		.returning({ id: person.id });
	if (left.length > 0) await removeByOwner(ctx.tx, 'person_email', personId);
	await refreshSearch(ctx, [personId]);
}
