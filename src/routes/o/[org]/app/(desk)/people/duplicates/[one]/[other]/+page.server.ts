import { redirect } from '@sveltejs/kit';
import { notFound } from '#lib/platform/errors/errors.ts';
import { accessPerson } from '#lib/people/server/access.ts';
import { viewPerson } from '#lib/people/server/view-person.ts';
import { progressOf } from '#lib/program/server/progress-of.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	if (params.one === params.other) throw notFound();
	const [one, other] = await locals.act(async (ctx) => {
		await accessPerson(ctx, params.one, 'merge');
		const see = async (id: string) => ({
			view: await viewPerson(ctx, id),
			training: await progressOf(ctx, id, locals.locale),
		});
		return [await see(params.one), await see(params.other)];
	});
	for (const { view } of [one, other]) {
		if ('goTo' in view) redirect(303, `/o/${params.org}/app/people/${view.goTo}`);
	}
	if (!('admin' in one.view) || !('admin' in other.view)) throw notFound();
	return {
		pair: [
			{ person: one.view.admin, training: one.training },
			{ person: other.view.admin, training: other.training },
		],
		key: crypto.randomUUID(),
	};
};
