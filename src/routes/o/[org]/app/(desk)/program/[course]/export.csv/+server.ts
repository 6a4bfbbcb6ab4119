import { m } from '#lib/paraglide/messages.js';
import { byteOrderMark, writeCsv } from '#lib/platform/spreadsheet/write-csv.ts';
import { readFilter } from '#lib/program/filter.ts';
import { exportProgress, noteExport } from '#lib/program/server/export-progress.ts';
import { exportColumns, exportWords, fileHeaders } from '../../server/export-file.ts';
import type { RequestHandler } from './$types';

/**
 * The filtered list as CSV. A part at a time, each in a transaction of its own: a reader who is slow holds no connection, and
 * a million people need no more memory than a few thousand.
 */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const filter = readFilter(url.searchParams);
	const first = await locals.act(async (ctx) => {
		await noteExport(ctx, params.course, filter, 'csv');
		const words = await exportWords(ctx, params.course, locals.locale);
		return { words, today: ctx.today, ...(await exportProgress(ctx, params.course, filter, words)) };
	});
	const headings = exportColumns().map(([heading]) => heading);
	const headers = fileHeaders('text/csv; charset=utf-8', `${m.program_file_name()}-${first.today}.csv`);
	const start = byteOrderMark + writeCsv([headings, ...first.rows]);
	let { next } = first;
	if (!next) return new Response(start, { headers });
	const encoder = new TextEncoder();
	const body = new ReadableStream<Uint8Array>({
		start: (out) => out.enqueue(encoder.encode(start)),
		async pull(out) {
			const part = await locals.act((ctx) => exportProgress(ctx, params.course, filter, first.words, next));
			next = part.next;
			out.enqueue(encoder.encode(writeCsv(part.rows)));
			if (!next) out.close();
		},
	});
	return new Response(body, { headers });
};
