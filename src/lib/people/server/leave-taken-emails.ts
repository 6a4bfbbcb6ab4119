import { sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import type { PersonRow } from '../person.ts';

/**
 * Leaves out the addresses that somebody else holds and keeps. Within one file an address may move: its holder lets go
 * of it by getting another one, not by an empty cell, and not by one that is itself left out.
 * @returns all rows, and those of them whose address was left out
 */
export async function leaveTakenEmails(
	ctx: Ctx,
	rows: readonly PersonRow[],
): Promise<{ rows: PersonRow[]; taken: ReadonlySet<PersonRow> }> {
	const { rows: held } = await ctx.tx.execute<{ email: string; number: string }>(sql`
		select p.email, p.number from person p
		join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f(number text, email text) on f.email = p.email
		where p.org_id = ${ctx.org.id} and f.number <> p.number`);
	const holder = new Map(held.map(({ email, number }) => [email, number]));
	const wished = new Map(rows.map((row) => [row.number, row.email]));
	const isTaken = ({ number, email }: PersonRow) => {
		const other = email === null ? undefined : holder.get(email);
		if (other === undefined || other === number) return false;
		const next = wished.get(other) ?? null;
		return next === null || next === email;
	};
	const taken = new Set<PersonRow>();
	// Who does not get a new address keeps the old one, which may leave out another.
	for (let before = -1; before < taken.size;) {
		before = taken.size;
		for (const row of rows) {
			if (taken.has(row) || !isTaken(row)) continue;
			taken.add(row);
			wished.set(row.number, null);
		}
	}
	return { rows: rows.map((row) => (taken.has(row) ? { ...row, email: null } : row)), taken };
}
