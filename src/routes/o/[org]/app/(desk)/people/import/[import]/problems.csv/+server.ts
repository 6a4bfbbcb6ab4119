import { problemWords } from '#lib/people/import/problem-words.ts';
import { importProblems } from '#lib/people/server/stage-import.ts';
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
	const text = [head, ...lines]
		.map((cells) => cells.map((cell) => safeCell(String(cell))).join(','))
		.join('\r\n');
	return new Response(`\uFEFF${text}\r\n`, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="problems.csv"',
			'cache-control': 'no-store',
		},
	});
};

/** A cell that no spreadsheet takes for a formula. */
function safeCell(cell: string): string {
	const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
	return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
