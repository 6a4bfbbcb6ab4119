import { fail, redirect } from '@sveltejs/kit';
import { overlayCourse } from '#lib/learning/server/overlay-course.ts';
import { viewStepFiles } from '#lib/learning/server/view-course.ts';
import type { Actions, PageServerLoad } from './$types';

/** Characters of one step's text. */
const longest = 40_000;

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	...(await locals.act((ctx) => viewStepFiles(ctx, params.course, params.step, locals.locale))),
	saved: url.searchParams.has('saved'),
});

export const actions: Actions = {
	/** Makes a version with these words. What does not work as a step is shown by line, and nothing changes. */
	async default({ locals, params, request, url }) {
		const data = await request.formData();
		const words: Record<string, string> = {};
		for (const [name, text] of data) {
			if (name.endsWith(`steps/${params.step}.md`) && typeof text === 'string')
				words[name] = text.slice(0, longest);
		}
		const outcome = await locals.act((ctx) => overlayCourse(ctx, params.course, words));
		if (!outcome.ok) return fail(400, { problems: [...outcome.problems], words });
		redirect(303, `${url.pathname}?saved`);
	},
};
