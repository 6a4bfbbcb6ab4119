import { and, eq, lt, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../platform/context.ts';
import { account } from '../../platform/auth/server/schema.ts';
import { ExpectedError } from '../../platform/errors/errors.ts';
import { once } from '../../platform/db/server/once.ts';
import type { ParsedFile, PersonRow, RowProblem } from '../person.ts';
import { accessPeople } from './access.ts';
import { leaveTakenEmails } from './leave-taken-emails.ts';
import { department, peopleImport, person, site } from './schema.ts';

export interface ImportCounts {
	readonly added: number;
	readonly changed: number;
	readonly same: number;
	readonly heldBack: number;
}

export interface ImportPreview {
	readonly id: string;
	readonly counts: ImportCounts;
	readonly problems: readonly RowProblem[];
	readonly unread: readonly string[];
	/** The first people who would be added or changed. */
	readonly sample: readonly PersonRow[];
	readonly applied: boolean;
}

/**
 * Keeps a read file for its preview and says what it would do; nothing about people changes yet.
 * @returns the id of the import
 */
export async function stageImport(ctx: Ctx, parsed: ParsedFile, key: string): Promise<string> {
	const me = accessPeople(ctx, 'import');
	const { result } = await once(ctx, key, 'people.stage-import', async () => {
		const problems = [...parsed.problems, ...(await findManagerProblems(ctx, parsed.rows))];
		const { rows, taken } = await leaveTakenEmails(ctx, parsed.rows);
		for (const { line } of taken)
			problems.push({ line, column: 'email', reason: 'email_twice', holdsBack: false });
		problems.sort((a, b) => a.line - b.line);
		const counts = await countChanges(ctx, rows, problems);
		await forgetOldPreviews(ctx);
		const id = uuidv7();
		await ctx.tx.insert(peopleImport).values({
			orgId: ctx.org.id,
			id,
			uploadedBy: me.accountId,
			uploadedAt: ctx.now,
			parsed: { rows, problems, unread: parsed.unread },
			counts,
		});
		return id;
	});
	return result ?? '';
}

/** A preview that nobody said yes to holds people's data for no reason: after a day it is gone. */
async function forgetOldPreviews(ctx: Ctx): Promise<void> {
	const dayAgo = new Date(ctx.now.getTime() - 24 * 3600_000);
	await ctx.tx
		.delete(peopleImport)
		.where(
			and(
				eq(peopleImport.orgId, ctx.org.id),
				eq(peopleImport.applied, false),
				lt(peopleImport.uploadedAt, dayAgo),
			),
		);
}

/** What an import would do, or has done. */
export async function previewImport(ctx: Ctx, importId: string): Promise<ImportPreview> {
	accessPeople(ctx, 'import');
	const [staged] = await ctx.tx
		.select()
		.from(peopleImport)
		.where(and(eq(peopleImport.orgId, ctx.org.id), eq(peopleImport.id, importId)));
	if (!staged) throw new ExpectedError('import_gone');
	const parsed = staged.parsed as ParsedFile | null;
	return {
		id: staged.id,
		counts: staged.counts as ImportCounts,
		problems: parsed?.problems ?? [],
		unread: parsed?.unread ?? [],
		sample: parsed?.rows.slice(0, 8) ?? [],
		applied: staged.applied,
	};
}

/** Managers that neither the file nor the organization knows. */
async function findManagerProblems(ctx: Ctx, rows: readonly PersonRow[]): Promise<RowProblem[]> {
	const inFile = new Set(rows.map((row) => row.number));
	const asked = rows.filter((row) => row.managerNumber !== null && !inFile.has(row.managerNumber));
	const known = await numbersKnown(
		ctx,
		asked.map((row) => row.managerNumber ?? ''),
	);
	return asked
		.filter((row) => !known.has(row.managerNumber ?? ''))
		.map(({ line }) => ({ line, column: 'managerNumber', reason: 'manager_unknown', holdsBack: false }));
}

async function numbersKnown(ctx: Ctx, numbers: readonly string[]): Promise<Set<string>> {
	if (numbers.length === 0) return new Set();
	const found = await ctx.tx
		.select({ number: person.number })
		.from(person)
		.where(
			and(
				eq(person.orgId, ctx.org.id),
				sql`${person.number} = any(${sql.param([...new Set(numbers)])}::text[])`,
			),
		);
	return new Set(found.map(({ number }) => number));
}

async function countChanges(
	ctx: Ctx,
	rows: readonly PersonRow[],
	problems: readonly RowProblem[],
): Promise<ImportCounts> {
	const now = await ctx.tx
		.select({ person, language: account.language, department: department.name, site: site.name })
		.from(person)
		.innerJoin(account, and(eq(account.orgId, person.orgId), eq(account.id, person.id)))
		.leftJoin(department, and(eq(department.orgId, person.orgId), eq(department.id, person.departmentId)))
		.leftJoin(site, and(eq(site.orgId, person.orgId), eq(site.id, person.siteId)))
		.where(eq(person.orgId, ctx.org.id));
	const byNumber = new Map(now.map((row) => [row.person.number, row]));
	const numberOf = new Map(now.map((row) => [row.person.id, row.person.number]));
	const unknownManager = new Set(problems.filter((p) => p.reason === 'manager_unknown').map((p) => p.line));
	let [added, changed, same] = [0, 0, 0];
	for (const row of rows) {
		const before = byNumber.get(row.number);
		if (!before) added += 1;
		else if (
			before.person.givenName === row.givenName &&
			before.person.familyName === row.familyName &&
			keeps(before.person.email, row.email) &&
			keeps(before.department, row.department) &&
			keeps(before.site, row.site) &&
			keeps(before.person.hiredOn, row.hiredOn) &&
			keeps(before.language, row.language) &&
			(unknownManager.has(row.line) ||
				keeps(before.person.managerId && (numberOf.get(before.person.managerId) ?? null), row.managerNumber))
		) {
			same += 1;
		} else changed += 1;
	}
	const heldBack = problems.filter((problem) => problem.holdsBack).length;
	return { added, changed, same, heldBack };
}

/** An empty cell says nothing: it leaves what is known as it is. */
const keeps = (before: string | null, after: string | null) => after === null || before === after;
