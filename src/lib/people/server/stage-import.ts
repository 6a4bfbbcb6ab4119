import { and, eq, inArray, isNotNull, lt, or, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../platform/context.ts';
import { once } from '../../platform/db/server/once.ts';
import { ExpectedError } from '../../platform/errors/errors.ts';
import type { Column } from '../import/column.ts';
import type { FileOutline, ImportCounts, ImportPlan, ImportState } from '../import/import-preview.ts';
import type { PeopleFile, RowProblem } from '../import/person-row.ts';
import { accessPeople } from './access.ts';
import { planImport } from './plan-import.ts';
import { importMapping, peopleImport, peopleImportPart } from './schema.ts';

const nothingYet: ImportCounts = { added: 0, changed: 0, same: 0, heldBack: 0, missing: 0 };

/**
 * Keeps a read file for its preview and says what it would do; nothing about people changes yet. A file whose columns or
 * days are in doubt is kept without anybody in it until they are said.
 * @param sealed the file itself, sealed: opened again when somebody corrects what its columns are
 * @returns the id of the import
 */
export async function stageImport(ctx: Ctx, file: PeopleFile, key: string, sealed?: Buffer): Promise<string> {
	const me = accessPeople(ctx, 'import');
	const { result } = await once(ctx, key, 'people.stage-import', async () => {
		const id = uuidv7();
		const state = isInDoubt(file) ? 'asking' : 'ready';
		await ctx.tx.insert(peopleImport).values({
			orgId: ctx.org.id,
			id,
			uploadedBy: me.accountId,
			uploadedAt: ctx.now,
			state,
			sealedFile: sealed ?? null,
			outline: outlineOf(file),
			counts: nothingYet,
		});
		if (state === 'ready') await keepPlan(ctx, id, file);
		return id;
	});
	return result ?? '';
}

/** Whether somebody should look at the columns before anybody of the file is kept. */
const isInDoubt = (file: PeopleFile) =>
	file.missing.length > 0 ||
	file.questions.some(({ answer }) => answer === null) ||
	file.columns.some(({ certainty, column }) => certainty === 'guessed' && column !== null);

const outlineOf = ({
	rows: _,
	sites: __,
	problems: ___,
	heldNumbers: ____,
	...outline
}: PeopleFile): FileOutline => outline;

async function keepPlan(ctx: Ctx, id: string, file: PeopleFile): Promise<void> {
	const { plan, counts, total } = await planImport(ctx, id, file);
	await ctx.tx.update(peopleImport).set({ plan, counts, total, state: 'ready' }).where(ofImport(ctx, id));
}

/**
 * Reads a staged file as somebody says, and remembers it for the next file with these headings.
 * @param file read again with what was chosen
 */
export async function chooseColumns(
	ctx: Ctx,
	importId: string,
	file: PeopleFile,
	mapping: readonly (Column | null)[],
): Promise<ImportState> {
	const me = accessPeople(ctx, 'import');
	const staged = await findImport(ctx, importId, true);
	if (staged.state === 'applying' || staged.state === 'done') return staged.state;
	const chosen = { mapping, chosenBy: me.accountId, chosenAt: ctx.now };
	await ctx.tx
		.insert(importMapping)
		.values({ orgId: ctx.org.id, headings: file.headingsHash, ...chosen })
		.onConflictDoUpdate({ target: [importMapping.orgId, importMapping.headings], set: chosen });
	await forgetParts(ctx, importId);
	const state = file.missing.length > 0 ? 'asking' : 'ready';
	await ctx.tx
		.update(peopleImport)
		.set({ outline: outlineOf(file), plan: null, counts: nothingYet, total: 0, state })
		.where(ofImport(ctx, importId));
	if (state === 'ready') await keepPlan(ctx, importId, file);
	return state;
}

/** Turns to another sheet of a workbook; what its columns are is asked anew. */
export async function chooseSheet(ctx: Ctx, importId: string, file: PeopleFile): Promise<void> {
	accessPeople(ctx, 'import');
	const staged = await findImport(ctx, importId, true);
	if (staged.state === 'applying' || staged.state === 'done') return;
	await forgetParts(ctx, importId);
	await ctx.tx
		.update(peopleImport)
		.set({ outline: outlineOf(file), plan: null, counts: nothingYet, total: 0, state: 'asking' })
		.where(ofImport(ctx, importId));
}

const forgetParts = (ctx: Ctx, importId: string) =>
	ctx.tx
		.delete(peopleImportPart)
		.where(and(eq(peopleImportPart.orgId, ctx.org.id), eq(peopleImportPart.importId, importId)));

/** How the organization read files before, by the digest of their headings. */
export async function rememberedMappings(ctx: Ctx): Promise<Record<string, (Column | null)[]>> {
	accessPeople(ctx, 'import');
	const rows = await ctx.tx
		.select()
		.from(importMapping)
		.where(eq(importMapping.orgId, ctx.org.id))
		.limit(500);
	return Object.fromEntries(rows.map(({ headings, mapping }) => [headings, mapping as (Column | null)[]]));
}

export interface ImportPreview {
	readonly id: string;
	readonly state: ImportState;
	readonly counts: ImportCounts;
	readonly outline: FileOutline | null;
	readonly plan: ImportPlan;
	readonly total: number;
	readonly done: number;
	/** Whether the columns can still be corrected without sending the file again. */
	readonly hasFile: boolean;
	/** From which day its changes count; null before the yes. */
	readonly from: string | null;
}

const nobody: ImportPlan = { added: [], changed: [], missing: [], moving: [], problems: [] };

/** What an import would do, does, or has done. */
export async function previewImport(ctx: Ctx, importId: string): Promise<ImportPreview> {
	accessPeople(ctx, 'import');
	const [staged] = await ctx.tx
		.select({
			id: peopleImport.id,
			state: peopleImport.state,
			counts: peopleImport.counts,
			outline: peopleImport.outline,
			plan: peopleImport.plan,
			total: peopleImport.total,
			done: peopleImport.done,
			wish: peopleImport.wish,
			hasFile: sql<boolean>`${peopleImport.sealedFile} is not null`,
		})
		.from(peopleImport)
		.where(ofImport(ctx, importId));
	if (!staged) throw new ExpectedError('import_gone');
	const { wish, ...rest } = staged;
	return {
		...rest,
		counts: staged.counts as ImportCounts,
		outline: staged.outline as FileOutline | null,
		plan: (staged.plan as ImportPlan | null) ?? nobody,
		from: (wish as { from: string } | null)?.from ?? null,
	};
}

/** Everything in a file that could not be read, by line. */
export async function importProblems(ctx: Ctx, importId: string): Promise<readonly RowProblem[]> {
	return (await previewImport(ctx, importId)).plan.problems;
}

/** The sealed file, to be opened with the key that whoever sent it has. */
export async function sealedImportFile(ctx: Ctx, importId: string): Promise<Buffer | null> {
	accessPeople(ctx, 'import');
	return (await findImport(ctx, importId)).sealedFile;
}

export async function findImport(ctx: Ctx, importId: string, forUpdate = false) {
	const query = ctx.tx.select().from(peopleImport).where(ofImport(ctx, importId));
	const [staged] = await (forUpdate ? query.for('update') : query);
	if (!staged) throw new ExpectedError('import_gone');
	return staged;
}

export const ofImport = (ctx: Ctx, importId: string) =>
	and(eq(peopleImport.orgId, ctx.org.id), eq(peopleImport.id, importId));

/**
 * What nobody said yes to holds people's data for no reason: after an hour the file is gone, after a day the preview, and of
 * what was applied all but the counts.
 */
export async function forgetImports(ctx: Ctx): Promise<void> {
	const before = (hours: number) =>
		lt(peopleImport.uploadedAt, new Date(ctx.now.getTime() - hours * 3600_000));
	const here = eq(peopleImport.orgId, ctx.org.id);
	await ctx.tx
		.update(peopleImport)
		.set({ sealedFile: null })
		.where(and(here, before(1), isNotNull(peopleImport.sealedFile)));
	await ctx.tx
		.delete(peopleImport)
		.where(and(here, before(24), inArray(peopleImport.state, ['asking', 'ready'])));
	await ctx.tx
		.update(peopleImport)
		.set({ plan: null, outline: null })
		.where(
			and(
				here,
				before(24),
				eq(peopleImport.state, 'done'),
				or(isNotNull(peopleImport.plan), isNotNull(peopleImport.outline)),
			),
		);
}
