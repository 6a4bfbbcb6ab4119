import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { removePasskey } from '#lib/platform/auth/server/passkey.ts';
import { ExpectedError } from '#lib/platform/errors/errors.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => redirect(303, `/o/${params.org}/app/account`);

export const actions: Actions = {
	async default({ locals, request, params }) {
		const id = v.safeParse(v.pipe(v.string(), v.uuid()), (await request.formData()).get('passkey'));
		if (!id.success) throw new ExpectedError('invalid_input');
		await locals.act((ctx) => removePasskey(ctx, id.output));
		redirect(303, `/o/${params.org}/app/account`);
	},
};
