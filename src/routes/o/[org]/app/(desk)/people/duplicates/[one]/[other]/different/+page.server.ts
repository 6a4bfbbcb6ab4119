import { redirect } from '@sveltejs/kit';
import { tellApart } from '#lib/people/server/list-duplicates.ts';
import { formKey } from '../../../../../../../../../../server/form-key.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params: { org, one, other } }) =>
	redirect(303, `/o/${org}/app/people/duplicates/${one}/${other}`);

export const actions: Actions = {
	async default({ locals, request, params: { org, one, other } }) {
		const key = formKey(await request.formData());
		await locals.act((ctx) => tellApart(ctx, key, one, other));
		redirect(303, `/o/${org}/app/people/duplicates`);
	},
};
