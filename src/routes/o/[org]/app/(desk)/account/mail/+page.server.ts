import { redirect } from '@sveltejs/kit';
import { ExpectedError } from '#lib/platform/errors/errors.ts';
import { isOptionalKind } from '#lib/platform/mail/mail-kind.ts';
import { chooseMail } from '#lib/platform/mail/server/choose-mail.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => redirect(303, `/o/${params.org}/app/account`);

export const actions: Actions = {
	async default({ locals, request, params }) {
		const form = await request.formData();
		const kind = String(form.get('kind') ?? '');
		if (!isOptionalKind(kind)) throw new ExpectedError('invalid_input');
		await locals.act((ctx) => chooseMail(ctx, kind, form.get('wanted') === 'yes'));
		redirect(303, `/o/${params.org}/app/account#mail`);
	},
};
