import { ownName } from '#lib/people/server/find-person.ts';
import { myCourses } from '#lib/program/server/my-courses.ts';
import { leadsToSetUp } from '#lib/setup/server/set-up-steps.ts';
import type { PageServerLoad } from './$types';

/** Today: what is mine to finish, and for who runs the program, that nothing has been launched yet. */
export const load: PageServerLoad = ({ locals }) =>
	locals.act(async (ctx) => ({
		name: (await ownName(ctx)).calledName,
		courses: await myCourses(ctx, locals.locale),
		setUp: await leadsToSetUp(ctx),
	}));
