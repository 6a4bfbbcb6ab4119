import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { ExpectedError } from '#lib/platform/errors/errors.ts';
import { answerForm } from '#lib/privacy/correction.ts';
import { answerCorrection } from '#lib/privacy/server/correct.ts';
import { idIn } from '../../id-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => redirect(303, `/o/${params.org}/app/data`);

export const actions: Actions = {
	async default({ locals, request, params }) {
		const parsed = v.safeParse(answerForm, Object.fromEntries(await request.formData()));
		if (!parsed.success) throw new ExpectedError('invalid_input');
		await locals.act((ctx) => answerCorrection(ctx, idIn(params.correction), parsed.output.answer));
		redirect(303, `/o/${params.org}/app/data`);
	},
};
