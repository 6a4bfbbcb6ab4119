import { count, eq } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { person } from './schema.ts';

/** How many people there are, and how many of them have an e-mail address. */
export async function countPeople(ctx: Ctx): Promise<{ people: number; addresses: number }> {
	const [counted] = await ctx.tx
		.select({ people: count(), addresses: count(person.email) })
		.from(person)
		.where(eq(person.orgId, ctx.org.id));
	return counted ?? { people: 0, addresses: 0 };
}
