import { and, eq, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../platform/context.ts';
import { audit } from '../../platform/audit/server/audit.ts';
import { ExpectedError } from '../../platform/errors/errors.ts';
import type { ParsedFile } from '../person.ts';
import { accessPeople } from './access.ts';
import { leaveTakenEmails } from './leave-taken-emails.ts';
import { peopleImport } from './schema.ts';
import type { ImportCounts } from './stage-import.ts';

/**
 * Lets the people of a previewed file in, or brings them up to date: one transaction, a few statements however
 * long the file. Applying twice changes nothing; an empty cell leaves what is known as it is; nobody is removed.
 */
export async function applyImport(ctx: Ctx, importId: string): Promise<ImportCounts> {
	accessPeople(ctx, 'import');
	const which = and(eq(peopleImport.orgId, ctx.org.id), eq(peopleImport.id, importId));
	const [staged] = await ctx.tx.select().from(peopleImport).where(which).for('update');
	if (!staged) throw new ExpectedError('import_gone');
	const counts = staged.counts as ImportCounts;
	if (staged.applied) return counts;
	// Files that name the same people take turns, and an address may have found somebody since the file was shown.
	await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('people:' || ${ctx.org.id}, 0))`);
	const { rows } = await leaveTakenEmails(ctx, (staged.parsed as ParsedFile).rows);
	await writePeople(ctx, rows);
	await ctx.tx.update(peopleImport).set({ applied: true, parsed: null }).where(which);
	await audit(ctx, 'people.imported', importId, { ...counts });
	return counts;
}

async function writePeople(ctx: Ctx, rows: ParsedFile['rows']): Promise<void> {
	// Ids are made here, ordered by time; where the number is known already, the person keeps theirs.
	const people = JSON.stringify(rows.map((row) => ({ ...row, id: uuidv7() })));
	const org = ctx.org.id;
	const file = sql`jsonb_to_recordset(${people}::jsonb) as f(id uuid, number text, "givenName" text, "familyName" text,
		email text, "managerNumber" text, department text, site text, language text, "hiredOn" date)`;
	await ctx.tx.execute(sql`
		insert into account (org_id, id, language, created_at)
		select ${org}::uuid, f.id, coalesce(f.language, ${ctx.org.language}), ${ctx.now.toISOString()}::timestamptz from ${file}
		where not exists (select from person p where p.org_id = ${org} and p.number = f.number)`);
	await ctx.tx.execute(sql`
		update account a set language = f.language from ${file}
		join person p on p.org_id = ${org} and p.number = f.number
		where a.org_id = ${org} and a.id = p.id and f.language is not null and a.language <> f.language`);
	// An address that moves between two people of one file is let go before it is given.
	await ctx.tx.execute(sql`
		update person p set email = null from ${file}
		where p.org_id = ${org} and p.number = f.number and f.email is not null and p.email <> f.email`);
	await ctx.tx.execute(sql`
		insert into person (org_id, id, number, given_name, family_name, email, department, site, hired_on, created_at)
		select ${org}::uuid, f.id, f.number, f."givenName", f."familyName", f.email, f.department, f.site, f."hiredOn",
			${ctx.now.toISOString()}::timestamptz from ${file}
		on conflict (org_id, number) do update set
			given_name = excluded.given_name, family_name = excluded.family_name,
			email = coalesce(excluded.email, person.email), department = coalesce(excluded.department, person.department),
			site = coalesce(excluded.site, person.site), hired_on = coalesce(excluded.hired_on, person.hired_on)`);
	await ctx.tx.execute(sql`
		update person p set manager_id = m.id from ${file}
		join person m on m.org_id = ${org} and m.number = f."managerNumber"
		where p.org_id = ${org} and p.number = f.number and p.manager_id is distinct from m.id`);
}
