import { ownName } from '#lib/people/server/find-person.ts';
import { myCourses } from '#lib/program/server/my-courses.ts';
import type { PageServerLoad } from './$types';

/** Today: what is mine to finish. */
export const load: PageServerLoad = ({ locals }) =>
	locals.act(async (ctx) => ({
		name: (await ownName(ctx)).calledName,
		courses: await myCourses(ctx, locals.locale),
	}));
