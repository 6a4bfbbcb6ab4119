import { redirect } from '@sveltejs/kit';
import { accessProgram } from '#lib/program/server/access.ts';
import { endLaunch } from '#lib/program/server/launch-course.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	await locals.act(async (ctx) => accessProgram(ctx, 'launch'));
};

export const actions: Actions = {
	async default({ locals, params }) {
		await locals.act((ctx) => endLaunch(ctx, params.launch));
		redirect(303, `/o/${params.org}/app/program/launches`);
	},
};
