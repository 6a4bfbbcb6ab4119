import { viewCourses } from '#lib/learning/server/view-course.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	courses: await locals.act((ctx) => viewCourses(ctx, locals.locale)),
});
