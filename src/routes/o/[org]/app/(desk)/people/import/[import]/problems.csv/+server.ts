import { problemWords } from '#lib/people/import/problem-words.ts';
import { importProblems } from '#lib/people/server/stage-import.ts';
import { byteOrderMark, writeCsv } from '#lib/platform/spreadsheet/write-csv.ts';
import { m } from '#lib/paraglide/messages.js';
import type { RequestHandler } from './$types';

/** What could not be read, as a table to work through beside the file. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const problems = await locals.act((ctx) => importProblems(ctx, params.import));
	const head = [
		m.people_preview_line(),
		m.people_preview_letter(),
		m.people_preview_column(),
		m.people_preview_value(),
		m.people_preview_reason(),
		m.people_preview_effect(),
	];
	const lines = problems.map((problem) => {
		const effect = problem.holdsBack ? m.people_preview_effect_held() : m.people_preview_effect_open();
		return [
			problem.line,
			problem.letter,
			problem.heading,
			problem.value ?? '',
			problemWords(problem),
			effect,
		];
	});
	return new Response(byteOrderMark + writeCsv([head, ...lines]), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="problems.csv"',
			'cache-control': 'no-store',
		},
	});
};
