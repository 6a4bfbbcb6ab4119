import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { ExpectedError } from '#lib/platform/errors/errors.ts';
import { correctionForm } from '#lib/privacy/correction.ts';
import { askCorrection } from '#lib/privacy/server/correct.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => redirect(303, `/o/${params.org}/app/account/data`);

export const actions: Actions = {
	async default({ locals, request, params }) {
		const parsed = v.safeParse(correctionForm, Object.fromEntries(await request.formData()));
		if (!parsed.success) throw new ExpectedError('invalid_input');
		await locals.act((ctx) => askCorrection(ctx, parsed.output));
		redirect(303, `/o/${params.org}/app/account/data#correction`);
	},
};
