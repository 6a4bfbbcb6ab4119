import { redirect } from '@sveltejs/kit';
import { askErasure } from '#lib/privacy/server/erase.ts';
import { formKey } from '../../../../../../../../server/form-key.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => redirect(303, `/o/${params.org}/app/account/data`);

export const actions: Actions = {
	async default({ locals, request, params }) {
		const key = formKey(await request.formData());
		await locals.act((ctx) => askErasure(ctx, key));
		redirect(303, `/o/${params.org}/app/account/data#erasure`);
	},
};
