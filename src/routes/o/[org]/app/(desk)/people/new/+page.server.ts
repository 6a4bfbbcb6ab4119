import { fail, redirect } from '@sveltejs/kit';
import { accessPeople } from '#lib/people/server/access.ts';
import { addByHand } from '#lib/people/server/add-by-hand.ts';
import { placeChoices } from '#lib/people/server/list-places.ts';
import { textFields } from '../../../../../../../server/text-fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
	locals.act(async (ctx) => {
		accessPeople(ctx, 'add');
		return { key: crypto.randomUUID(), choices: await placeChoices(ctx), today: ctx.today };
	});

export const actions: Actions = {
	async default({ locals, request, params }) {
		const fields = textFields(await request.formData());
		const added = await locals.act((ctx) => addByHand(ctx, fields));
		if ('refusals' in added) return fail(400, { refusals: added.refusals, fields });
		redirect(303, `/o/${params.org}/app/people/${added.id}`);
	},
};
