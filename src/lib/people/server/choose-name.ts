import { and, eq } from 'drizzle-orm';
import type * as v from 'valibot';
import type { Ctx } from '../../platform/context.ts';
import { accessOwnAccount } from '../../platform/auth/server/session.ts';
import type { nameForm } from '../person.ts';
import { refreshSearch } from './project-people.ts';
import { person } from './schema.ts';

/** Chooses what one is called on one's own pages and in mails. An empty name goes back to the given one. */
export async function chooseName(ctx: Ctx, wish: v.InferOutput<typeof nameForm>): Promise<void> {
	const me = accessOwnAccount(ctx);
	await ctx.tx
		.update(person)
		.set({ preferredName: wish.preferredName || null })
		.where(and(eq(person.orgId, ctx.org.id), eq(person.id, me.accountId)));
	await refreshSearch(ctx, [me.accountId]);
}
