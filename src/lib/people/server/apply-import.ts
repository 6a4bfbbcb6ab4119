import { and, asc, eq, sql } from 'drizzle-orm';
import type { AreaQueue } from '../../platform/backstage.ts';
import type { Ctx } from '../../platform/context.ts';
import { audit } from '../../platform/audit/server/audit.ts';
import type { ImportCounts, ImportPlan } from '../import/import-preview.ts';
import type { Wish } from '../import/plan-person.ts';
import { accessPeople } from './access.ts';
import { bringInPart } from './bring-in-part.ts';
import { partSize } from './plan-import.ts';
import { projectPeople } from './project-people.ts';
import { peopleImport, peopleImportPart } from './schema.ts';
import { findImport, ofImport } from './stage-import.ts';

const queue = 'people.apply-import';
/** So many parts are applied while the page is asked for; more of them one after the other in the background. */
const atOnce = 4;

/**
 * The yes to a previewed file. Its people come in a thousand at a time, each part in a transaction that sends the next, so that
 * whatever is interrupted goes on. Saying yes twice changes nothing; nobody is removed but those who are named.
 * @param wish.from the day from which changes count; without it today
 * @param wish.corrects differences are mistakes that the file corrects
 * @param wish.leavers ids of people who are not in the file and have left, or all of them; who is in the file is passed over
 * @param wish.whole everything in this transaction, however long it takes: for whoever builds an organization
 */
export async function applyImport(
	ctx: Ctx,
	importId: string,
	wish: Partial<Wish> & { leavers?: readonly string[] | 'all'; whole?: boolean } = {},
): Promise<ImportCounts> {
	accessPeople(ctx, 'import');
	const staged = await findImport(ctx, importId, true);
	const counts = staged.counts as ImportCounts;
	if (staged.state !== 'ready') return counts;
	const plan = staged.plan as ImportPlan;
	const leavers = await leaversOf(ctx, importId, wish.leavers ?? []);
	await addLeavers(ctx, importId, leavers);
	const parts = await ctx.tx.$count(peopleImportPart, ofParts(ctx, importId));
	await ctx.tx
		.update(peopleImport)
		.set({
			state: 'applying',
			wish: { from: wish.from ?? ctx.today, corrects: wish.corrects ?? false },
			total: staged.total + leavers.length,
			sealedFile: null,
			plan: { ...plan, added: [], changed: [], missing: [] },
		})
		.where(ofImport(ctx, importId));
	await audit(ctx, 'people.imported', importId, { ...counts, left: leavers.length });
	if (parts > atOnce && !wish.whole) await ctx.send(queue, [{ import: importId }]);
	else while (await applyNextPart(ctx, importId));
	return counts;
}

/** Those of the missing who have left; nobody waits for that yes any longer. */
async function leaversOf(ctx: Ctx, importId: string, asked: readonly string[] | 'all'): Promise<string[]> {
	const isMissing = eq(peopleImportPart.kind, 'missing');
	const [part] = await ctx.tx
		.delete(peopleImportPart)
		.where(and(ofParts(ctx, importId), isMissing))
		.returning();
	const missing = (part?.rows ?? []) as string[];
	return asked === 'all' ? missing : missing.filter((id) => asked.includes(id));
}

async function addLeavers(ctx: Ctx, importId: string, leavers: readonly string[]): Promise<void> {
	const [last] = await ctx.tx
		.select({ position: sql<number>`coalesce(max(${peopleImportPart.position}), -1)` })
		.from(peopleImportPart)
		.where(ofParts(ctx, importId));
	for (let start = 0; start < leavers.length; start += partSize) {
		const rows = leavers.slice(start, start + partSize);
		const position = (last?.position ?? -1) + 1 + start / partSize;
		const part = {
			orgId: ctx.org.id,
			importId,
			position,
			kind: 'leavers' as const,
			rows,
			people: rows.length,
		};
		await ctx.tx.insert(peopleImportPart).values(part);
	}
}

const ofParts = (ctx: Ctx, importId: string) =>
	and(eq(peopleImportPart.orgId, ctx.org.id), eq(peopleImportPart.importId, importId));

/**
 * Brings in the next part of an import that somebody said yes to.
 * @returns whether there is more to do
 */
async function applyNextPart(ctx: Ctx, importId: string): Promise<boolean> {
	// Files that name the same people take turns, and so do two jobs for one file.
	await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('people:' || ${ctx.org.id}, 0))`);
	const [staged] = await ctx.tx.select().from(peopleImport).where(ofImport(ctx, importId)).for('update');
	if (staged?.state !== 'applying') return false;
	const [part] = await ctx.tx
		.select()
		.from(peopleImportPart)
		.where(ofParts(ctx, importId))
		.orderBy(asc(peopleImportPart.position))
		.limit(1);
	if (!part) {
		await settleEmails(ctx);
		await ctx.tx
			.update(peopleImport)
			.set({ state: 'done', done: staged.total })
			.where(ofImport(ctx, importId));
		return false;
	}
	// PostgreSQL keeps the plan by which it checks a reference; one that was made while there were five people reads the table
	// from end to end for each of ten thousand.
	await ctx.tx.execute(sql`discard plans`);
	await bringInPart(ctx, part, staged.wish as Wish, (staged.plan as ImportPlan).moving);
	await ctx.tx
		.delete(peopleImportPart)
		.where(and(ofParts(ctx, importId), eq(peopleImportPart.position, part.position)));
	await ctx.tx
		.update(peopleImport)
		.set({ done: staged.done + part.people })
		.where(ofImport(ctx, importId));
	return true;
}

/** Who was to get an address that somebody of a later part still had, gets it now. */
async function settleEmails(ctx: Ctx): Promise<void> {
	const { rows } = await ctx.tx.execute<{ id: string }>(sql`
		select p.id from person p join lateral (
			select value #>> '{}' as email from person_fact f
			where f.org_id = p.org_id and f.person_id = p.id and f.kind = 'email' and not f.void and f.starts_on <= ${ctx.today}::date
				and not exists (select from person_fact c where c.org_id = f.org_id and c.corrects = f.id)
			order by f.starts_on desc, f.recorded_at desc, f.id desc limit 1) e on true
		where p.org_id = ${ctx.org.id} and p.email is null and e.email is not null`);
	await projectPeople(
		ctx,
		rows.map(({ id }) => id),
	);
}

/** Goes through an import part after part. */
export const applyImportQueue: AreaQueue = {
	queue,
	async run(ctx, job) {
		const importId = String(job.import);
		if (await applyNextPart(ctx, importId)) await ctx.send(queue, [{ import: importId }]);
	},
};
