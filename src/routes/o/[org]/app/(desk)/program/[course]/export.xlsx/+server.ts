import { redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import type { Cell } from '#lib/platform/spreadsheet/cell.ts';
import type { Sheet } from '#lib/platform/spreadsheet/write-workbook.ts';
import { runInWorker } from '#lib/platform/worker/run-in-worker.ts';
import { mostInWorkbook } from '#lib/program/progress.ts';
import { filterQuery, readFilter } from '#lib/program/filter.ts';
import { exportProgress, noteExport, type Behind } from '#lib/program/server/export-progress.ts';
import { countListed } from '#lib/program/server/list-progress.ts';
import { exportColumns, exportWords, fileHeaders } from '../../server/export-file.ts';
import type { RequestHandler } from './$types';

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The filtered list as a workbook, made in a worker. A list that is too long for one leads to the page that says so. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const filter = readFilter(url.searchParams);
	const list = await locals.act(async (ctx) => {
		const words = await exportWords(ctx, params.course, locals.locale);
		if ((await countListed(ctx, params.course, filter)) > mostInWorkbook) return null;
		await noteExport(ctx, params.course, filter, 'xlsx');
		const rows: Cell[][] = [];
		let behind: Behind | undefined;
		do {
			const part = await exportProgress(ctx, params.course, filter, words, behind);
			rows.push(...part.rows);
			behind = part.next;
		} while (behind);
		return { rows, name: words.course, today: ctx.today };
	});
	if (!list) redirect(303, `./people${filterQuery(filter)}`);
	const columns = exportColumns();
	const workbook = await runInWorker<Sheet, Uint8Array<ArrayBuffer>>(
		'platform/spreadsheet/write-workbook.ts',
		'writeWorkbook',
		{
			name: list.name,
			headings: columns.map(([heading]) => heading),
			widths: columns.map(([, width]) => width),
			rows: list.rows,
		},
	);
	return new Response(workbook, {
		headers: fileHeaders(type, `${m.program_file_name()}-${list.today}.xlsx`),
	});
};
