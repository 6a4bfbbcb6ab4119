import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { nameForm } from '#lib/people/person.ts';
import { chooseName } from '#lib/people/server/choose-name.ts';
import { ExpectedError } from '#lib/platform/errors/errors.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => redirect(303, `/o/${params.org}/app/account`);

export const actions: Actions = {
	async default({ locals, request, params }) {
		const parsed = v.safeParse(nameForm, Object.fromEntries(await request.formData()));
		if (!parsed.success) throw new ExpectedError('invalid_input');
		await locals.act((ctx) => chooseName(ctx, parsed.output));
		redirect(303, `/o/${params.org}/app/account`);
	},
};
