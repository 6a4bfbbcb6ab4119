import { fail, redirect } from '@sveltejs/kit';
import { changeSite } from '#lib/people/server/change-site.ts';
import { placeChoices, viewSite } from '#lib/people/server/list-places.ts';
import { textFields } from '../../../../../../../../server/text-fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await locals.act(async (ctx) => ({
		view: await viewSite(ctx, params.site),
		choices: (await placeChoices(ctx)).sites,
		today: ctx.today,
	}));
	if ('goTo' in found.view) redirect(303, `/o/${params.org}/app/people/sites/${found.view.goTo}`);
	return {
		...found.view,
		others: found.choices.filter(({ id }) => id !== params.site),
		today: found.today,
		key: crypto.randomUUID(),
	};
};

export const actions: Actions = {
	async default({ locals, request, params, url }) {
		const fields = textFields(await request.formData());
		const refusals = await locals.act((ctx) => changeSite(ctx, params.site, fields));
		if (refusals.length > 0) return fail(400, { refusals, fields });
		redirect(303, url.pathname);
	},
};
