import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { ExpectedError } from '#lib/platform/errors/errors.ts';
import { chooseStep } from '#lib/setup/server/choose-step.ts';
import { choiceForm } from '#lib/setup/set-up.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => redirect(303, `/o/${params.org}/app/set-up`);

export const actions: Actions = {
	/** Sets a step aside, or takes it up again. */
	async default({ locals, request, params }) {
		const parsed = v.safeParse(choiceForm, Object.fromEntries(await request.formData()));
		if (!parsed.success) throw new ExpectedError('invalid_input');
		await locals.act((ctx) => chooseStep(ctx, parsed.output));
		redirect(303, `/o/${params.org}/app/set-up`);
	},
};
