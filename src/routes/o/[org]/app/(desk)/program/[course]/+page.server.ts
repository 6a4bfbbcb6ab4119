import { loadCourse } from '../server/load-course.ts';
import type { PageServerLoad } from './$types';

/** Who is done with one course, where, and who is not. */
export const load: PageServerLoad = ({ locals, params, url }) =>
	locals.act(async (ctx) => ({ course: await loadCourse(ctx, params.course, url, locals.locale) }));
