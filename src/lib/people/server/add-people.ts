import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx, Locale } from '../../platform/context.ts';

/** From so many people on, plans that were made before them are made anew. */
const many = 500;

/** Somebody as they first come in; everything else about them are facts. */
export interface NewPerson {
	readonly number: string;
	readonly givenName: string;
	readonly familyName: string;
	/** Null: the organization's own. */
	readonly language: Locale | null;
}

/**
 * Adds people with an account each, in two statements however many. Who calls it, has decided that it may be, and records
 * their facts next.
 * @returns their ids by number
 */
export async function addPeople(
	ctx: Ctx,
	people: readonly NewPerson[],
): Promise<ReadonlyMap<string, string>> {
	// Ids are made here, ordered by time.
	const rows = people.map((one) => ({ ...one, id: uuidv7() }));
	const list = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
		as n(id uuid, number text, "givenName" text, "familyName" text, language text)`;
	const at = sql`${ctx.now.toISOString()}::timestamptz`;
	await ctx.tx.execute(sql`
		insert into account (org_id, id, language, created_at)
		select ${ctx.org.id}::uuid, n.id, coalesce(n.language, ${ctx.org.language}), ${at} from ${list}`);
	await ctx.tx.execute(sql`
		insert into person (org_id, id, number, given_name, family_name, created_at)
		select ${ctx.org.id}::uuid, n.id, n.number, n."givenName", n."familyName", ${at} from ${list}`);
	// Foreign keys are checked by plans that each connection keeps. Made while the table was small they read all of it, for
	// every fact that follows: ten thousand people then took longer than a statement may.
	if (rows.length > many) await ctx.tx.execute(sql`discard plans`);
	return new Map(rows.map(({ id, number }) => [number, id]));
}
