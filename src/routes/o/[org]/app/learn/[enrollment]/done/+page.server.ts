import { redirect } from '@sveltejs/kit';
import { ownName } from '#lib/people/server/find-person.ts';
import { courseEnd } from '#lib/learning/server/course-end.ts';
import type { PageServerLoad } from './$types';

/** The end of a course, once every step is complete. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const { end, name } = await locals.act(async (ctx) => ({
		end: await courseEnd(ctx, params.enrollment, locals.locale),
		name: (await ownName(ctx)).calledName,
	}));
	if ('goTo' in end) redirect(303, end.goTo);
	return { ...end, name };
};
