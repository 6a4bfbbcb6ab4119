import { redirect } from '@sveltejs/kit';
import { accessPlaces } from '#lib/people/server/access.ts';
import { placeChoices } from '#lib/people/server/list-places.ts';
import { countMoving, mergePlaces } from '#lib/people/server/merge-places.ts';
import { notFound } from '#lib/platform/errors/errors.ts';
import { formKey } from '../../../../../../../../../server/form-key.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
	locals.act(async (ctx) => {
		accessPlaces(ctx, 'merge');
		const choices = (await placeChoices(ctx)).departments;
		const from = choices.find(({ id }) => id === params.department);
		const into = choices.find(({ id }) => id === url.searchParams.get('into'));
		if (!from || !into || from === into) throw notFound();
		return { from, into, people: await countMoving(ctx, 'department', from.id), key: crypto.randomUUID() };
	});

export const actions: Actions = {
	async default({ locals, request, params: { org, department: from } }) {
		const data = await request.formData();
		const into = data.get('into');
		if (typeof into !== 'string' || into === from) throw notFound();
		await locals.act((ctx) => mergePlaces(ctx, 'department', { key: formKey(data), from, into }));
		redirect(303, `/o/${org}/app/people/departments/${into}`);
	},
};
