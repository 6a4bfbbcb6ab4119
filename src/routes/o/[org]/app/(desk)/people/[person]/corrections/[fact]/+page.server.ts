import { fail, redirect } from '@sveltejs/kit';
import { correctFact } from '#lib/people/server/correct-fact.ts';
import { prepareCorrection } from '#lib/people/server/prepare-change.ts';
import { textFields } from '../../../../../../../../../server/text-fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params: { person, fact } }) =>
	locals.act(async (ctx) => ({
		key: crypto.randomUUID(),
		otherKey: crypto.randomUUID(),
		personId: person,
		desk: await prepareCorrection(ctx, person, fact),
	}));

export const actions: Actions = {
	async default({ locals, request, params: { org, person, fact } }) {
		const fields = textFields(await request.formData());
		const refusals = await locals.act((ctx) => correctFact(ctx, person, fact, fields));
		if (refusals.length > 0) return fail(400, { refusals, fields });
		redirect(303, `/o/${org}/app/people/${person}#history`);
	},
};
