import { redirect } from '@sveltejs/kit';
import { ExpectedError } from '#lib/platform/errors/errors.ts';
import { addSite } from '#lib/people/server/change-site.ts';
import { textFields } from '../../../../../../../../server/text-fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => redirect(303, `/o/${params.org}/app/people/sites`);

export const actions: Actions = {
	async default({ locals, request, params }) {
		const fields = textFields(await request.formData());
		const added = await locals.act((ctx) => addSite(ctx, fields));
		if ('reason' in added) throw new ExpectedError('invalid_input');
		redirect(303, `/o/${params.org}/app/people/sites/${added.id}`);
	},
};
