import { redirect } from '@sveltejs/kit';
import { viewPerson } from '#lib/people/server/view-person.ts';
import { progressOf } from '#lib/program/server/progress-of.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await locals.act(async (ctx) => ({
		view: await viewPerson(ctx, params.person),
		training: await progressOf(ctx, params.person, locals.locale),
	}));
	if ('goTo' in found.view) redirect(303, `/o/${params.org}/app/people/${found.view.goTo}`);
	return { view: found.view, training: found.training, key: crypto.randomUUID() };
};
