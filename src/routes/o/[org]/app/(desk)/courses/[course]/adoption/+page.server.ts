import { redirect } from '@sveltejs/kit';
import { adoptShipped } from '#lib/learning/server/overlay-course.ts';
import { ExpectedError } from '#lib/platform/errors/errors.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => redirect(303, `/o/${params.org}/app/courses`);

export const actions: Actions = {
	/** Takes the version that ships now, own words laid over it again. */
	async default({ locals, params }) {
		const outcome = await locals.act((ctx) => adoptShipped(ctx, params.course));
		if (!outcome.ok) throw new ExpectedError('invalid_input');
		redirect(303, `/o/${params.org}/app/courses`);
	},
};
