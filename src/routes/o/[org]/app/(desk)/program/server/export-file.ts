import { m } from '#lib/paraglide/messages.js';
import { courseTitles } from '#lib/learning/server/list-courses.ts';
import type { Ctx, Locale } from '#lib/platform/context.ts';
import { notFound } from '#lib/platform/errors/errors.ts';
import { stateWords } from '#lib/program/progress-words.ts';
import { courseProgress } from '#lib/program/server/course-progress.ts';
import type { ExportWords } from '#lib/program/server/export-progress.ts';

/** The headings of a list as a file, in the order of its cells, with how wide they are in characters. */
export const exportColumns = () =>
	[
		[m.program_number(), 10],
		[m.program_family_name(), 20],
		[m.program_given_name(), 20],
		[m.program_site(), 24],
		[m.program_department(), 20],
		[m.program_manager(), 24],
		[m.program_language(), 10],
		[m.program_course(), 28],
		[m.program_state(), 14],
		[m.program_asked_on(), 12],
		[m.program_due_on(), 12],
		[m.program_started_on(), 12],
		[m.program_finished_on(), 12],
	] as const;

/** The words that a file is written with. @throws ExpectedError `not_found` when nobody was asked of the course */
export async function exportWords(ctx: Ctx, course: string, locale: Locale): Promise<ExportWords> {
	if (!(await courseProgress(ctx, course))) throw notFound();
	const entries = Object.entries(stateWords).map(([state, word]) => [state, word()]);
	return {
		course: (await courseTitles(ctx, locale)).get(course) ?? course,
		states: { ...Object.fromEntries(entries), left: m.program_state_left() } as ExportWords['states'],
		languages: { en: m.language_en(), es: m.language_es() },
	};
}

/** How a file is sent: as a download under a name of its own, and kept by nobody on the way. */
export const fileHeaders = (type: string, name: string) => ({
	'content-type': type,
	'content-disposition': `attachment; filename="${name}"`,
	'cache-control': 'no-store',
});
