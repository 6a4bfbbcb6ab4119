import { and, eq, sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { audit } from '../../platform/audit/server/audit.ts';
import { ExpectedError } from '../../platform/errors/errors.ts';
import type { NewFact } from '../fact.ts';
import type { ParsedFile, PersonRow } from '../person.ts';
import { accessPeople } from './access.ts';
import { addPeople } from './add-people.ts';
import { ensureDepartments, ensureSites } from './ensure-places.ts';
import { idsByNumber } from './find-person.ts';
import { leaveTakenEmails } from './leave-taken-emails.ts';
import { factsThatDiffer } from './present-facts.ts';
import { recordFacts } from './record-facts.ts';
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
	await writePeople(ctx, rows, importId);
	await ctx.tx.update(peopleImport).set({ applied: true, parsed: null }).where(which);
	await audit(ctx, 'people.imported', importId, { ...counts });
	return counts;
}

async function writePeople(ctx: Ctx, rows: ParsedFile['rows'], importId: string): Promise<void> {
	const before = await idsByNumber(ctx);
	const added = await addPeople(
		ctx,
		rows.filter(({ number }) => !before.has(number)),
	);
	const ids = new Map([...before, ...added]);
	const sites = await ensureSites(ctx, named(rows.map((row) => row.site)));
	const departments = await ensureDepartments(ctx, named(rows.map((row) => row.department)));
	await chooseLanguages(ctx, rows);
	const facts = rows.flatMap((row): NewFact[] => {
		const personId = ids.get(row.number) ?? '';
		const startsOn = before.has(row.number) ? ctx.today : (row.hiredOn ?? ctx.today);
		const of = { personId, startsOn };
		const site = row.site === null ? undefined : sites.get(row.site);
		const manager = row.managerNumber === null ? undefined : ids.get(row.managerNumber);
		const { givenName, familyName } = row;
		return [
			{ ...of, kind: 'name', value: { givenName, familyName } },
			...(row.email === null ? [] : [{ ...of, kind: 'email', value: row.email } as const]),
			...(row.department === null
				? []
				: [{ ...of, kind: 'department', value: departments.get(row.department) ?? null } as const]),
			...(site ? [{ ...of, kind: 'workPlaces', value: [{ site, share: 100 }] } as const] : []),
			...(manager ? [{ ...of, kind: 'manager', value: manager } as const] : []),
			...(row.hiredOn === null
				? []
				: [{ personId, kind: 'employment', value: 'employed', startsOn: row.hiredOn } as const]),
		];
	});
	await recordFacts(ctx, await factsThatDiffer(ctx, facts), importId);
}

const named = (names: readonly (string | null)[]) => names.filter((name) => name !== null);

async function chooseLanguages(ctx: Ctx, rows: readonly PersonRow[]): Promise<void> {
	const wished = JSON.stringify(
		rows.filter(({ language }) => language !== null).map(({ number, language }) => ({ number, language })),
	);
	await ctx.tx.execute(sql`
		update account a set language = f.language from jsonb_to_recordset(${wished}::jsonb) as f(number text, language text)
		join person p on p.org_id = ${ctx.org.id} and p.number = f.number
		where a.org_id = ${ctx.org.id} and a.id = p.id and a.language <> f.language`);
}
