import { and, eq, gte } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import { formKey } from './schema.ts';

/**
 * Carries a form out once. The form holds a random key; when it comes again (a double click, a retry after a
 * lost answer), the first outcome is returned and nothing is done. Two at the same moment take turns.
 * @param key a UUID from the form
 * @param work returns a short text worth keeping, such as an id
 */
export async function once(
	ctx: Ctx,
	key: string,
	verb: string,
	work: () => Promise<string | null>,
): Promise<{ result: string | null; repeated: boolean }> {
	const claimed = await ctx.tx
		.insert(formKey)
		.values({ orgId: ctx.org.id, key, verb, at: ctx.now })
		.onConflictDoNothing()
		.returning({ key: formKey.key });
	if (claimed.length === 0) return { result: await outcomeOf(ctx, key), repeated: true };
	const result = await work();
	await ctx.tx.update(formKey).set({ result }).where(ofKey(ctx, key));
	return { result, repeated: false };
}

/**
 * What came of a form that was carried out before; null when it was not, or nothing was worth keeping.
 * @param since older outcomes do not count
 */
export async function outcomeOf(ctx: Ctx, key: string, since = new Date(0)): Promise<string | null> {
	const [before] = await ctx.tx
		.select({ result: formKey.result })
		.from(formKey)
		.where(and(ofKey(ctx, key), gte(formKey.at, since)));
	return before?.result ?? null;
}

const ofKey = (ctx: Ctx, key: string) => and(eq(formKey.orgId, ctx.org.id), eq(formKey.key, key));
