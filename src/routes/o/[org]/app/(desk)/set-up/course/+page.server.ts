import { redirect } from '@sveltejs/kit';
import { lookAtCourse } from '#lib/learning/server/look-at-course.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => redirect(303, `/o/${params.org}/app/set-up`);

export const actions: Actions = {
	/** Opens a course as learners see it. */
	async default({ locals, request, params }) {
		const course = String((await request.formData()).get('course'));
		const enrollment = await locals.act((ctx) => lookAtCourse(ctx, course));
		redirect(303, `/o/${params.org}/app/learn/${enrollment}`);
	},
};
