import { fail, redirect } from '@sveltejs/kit';
import { notFound } from '#lib/platform/errors/errors.ts';
import { changePerson, isFactKind } from '#lib/people/server/change-person.ts';
import { prepareChange } from '#lib/people/server/prepare-change.ts';
import { textFields } from '../../../../../../../../../server/text-fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params: { person, kind } }) =>
	locals.act(async (ctx) => {
		if (!isFactKind(kind)) throw notFound();
		return { key: crypto.randomUUID(), personId: person, desk: await prepareChange(ctx, person, kind) };
	});

export const actions: Actions = {
	async default({ locals, request, params: { org, person, kind } }) {
		if (!isFactKind(kind)) throw notFound();
		const fields = textFields(await request.formData());
		const refusals = await locals.act((ctx) => changePerson(ctx, person, kind, fields));
		if (refusals.length > 0) return fail(400, { refusals, fields });
		redirect(303, `/o/${org}/app/people/${person}`);
	},
};
