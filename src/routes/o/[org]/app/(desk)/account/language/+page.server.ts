import { redirect } from '@sveltejs/kit';
import { chooseLanguage } from '#lib/platform/auth/server/session.ts';
import { ExpectedError } from '#lib/platform/errors/errors.ts';
import { isLocale } from '#lib/platform/i18n/locale.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => redirect(303, `/o/${params.org}/app/account`);

export const actions: Actions = {
	async default({ locals, request, params }) {
		const language = String((await request.formData()).get('language') ?? '');
		if (!isLocale(language)) throw new ExpectedError('invalid_input');
		await locals.act((ctx) => chooseLanguage(ctx, language));
		redirect(303, `/o/${params.org}/app/account`);
	},
};
