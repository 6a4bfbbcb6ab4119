import { fail, redirect } from '@sveltejs/kit';
import { renameDepartment } from '#lib/people/server/change-department.ts';
import { placeChoices, viewDepartment } from '#lib/people/server/list-places.ts';
import { textFields } from '../../../../../../../../server/text-fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await locals.act(async (ctx) => ({
		view: await viewDepartment(ctx, params.department),
		choices: (await placeChoices(ctx)).departments,
		today: ctx.today,
	}));
	if ('goTo' in found.view) redirect(303, `/o/${params.org}/app/people/departments/${found.view.goTo}`);
	return {
		...found.view,
		others: found.choices.filter(({ id }) => id !== params.department),
		today: found.today,
		key: crypto.randomUUID(),
	};
};

export const actions: Actions = {
	async default({ locals, request, params, url }) {
		const fields = textFields(await request.formData());
		const refusals = await locals.act((ctx) => renameDepartment(ctx, params.department, fields));
		if (refusals.length > 0) return fail(400, { refusals, fields });
		redirect(303, url.pathname);
	},
};
