import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { chooseLanguageOf } from '#lib/people/server/choose-language-of.ts';
import { ExpectedError } from '#lib/platform/errors/errors.ts';
import type { Actions, PageServerLoad } from './$types';

const languageForm = v.object({ language: v.picklist(['en', 'es']) });

export const load: PageServerLoad = ({ params }) =>
	redirect(303, `/o/${params.org}/app/people/${params.person}`);

export const actions: Actions = {
	async default({ locals, request, params }) {
		const parsed = v.safeParse(languageForm, Object.fromEntries(await request.formData()));
		if (!parsed.success) throw new ExpectedError('invalid_input');
		await locals.act((ctx) => chooseLanguageOf(ctx, params.person, parsed.output.language));
		redirect(303, `/o/${params.org}/app/people/${params.person}`);
	},
};
