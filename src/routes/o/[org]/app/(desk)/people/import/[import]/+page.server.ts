import { applyImport } from '#lib/people/server/apply-import.ts';
import { previewImport } from '#lib/people/server/stage-import.ts';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

/** Problems shown on the page; the rest is counted. */
const most = 200;

export const load: PageServerLoad = async ({ locals, params }) => {
	const preview = await locals.act((ctx) => previewImport(ctx, params.import));
	return {
		preview: { ...preview, problems: preview.problems.slice(0, most) },
		moreProblems: Math.max(0, preview.problems.length - most),
	};
};

export const actions: Actions = {
	/** The yes: lets the people in. */
	async default({ locals, params, url }) {
		await locals.act((ctx) => applyImport(ctx, params.import));
		redirect(303, url.pathname);
	},
};
