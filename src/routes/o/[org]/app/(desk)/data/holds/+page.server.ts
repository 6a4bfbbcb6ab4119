import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { ExpectedError } from '#lib/platform/errors/errors.ts';
import { holdForm } from '#lib/privacy/erasure.ts';
import { placeHold } from '#lib/privacy/server/hold.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => redirect(303, `/o/${params.org}/app/data`);

export const actions: Actions = {
	async default({ locals, request, params }) {
		const parsed = v.safeParse(holdForm, Object.fromEntries(await request.formData()));
		if (!parsed.success) throw new ExpectedError('invalid_input');
		await locals.act((ctx) => placeHold(ctx, parsed.output));
		redirect(303, `/o/${params.org}/app/data`);
	},
};
