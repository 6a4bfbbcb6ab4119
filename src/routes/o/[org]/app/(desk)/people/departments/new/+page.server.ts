import { redirect } from '@sveltejs/kit';
import { ExpectedError } from '#lib/platform/errors/errors.ts';
import { addDepartment } from '#lib/people/server/change-department.ts';
import { textFields } from '../../../../../../../../server/text-fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => redirect(303, `/o/${params.org}/app/people/departments`);

export const actions: Actions = {
	async default({ locals, request, params }) {
		const fields = textFields(await request.formData());
		const added = await locals.act((ctx) => addDepartment(ctx, fields));
		if ('reason' in added) throw new ExpectedError('invalid_input');
		redirect(303, `/o/${params.org}/app/people/departments/${added.id}`);
	},
};
