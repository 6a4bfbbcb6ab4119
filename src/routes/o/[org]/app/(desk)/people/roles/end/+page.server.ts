import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { endGrant } from '#lib/platform/auth/server/roles.ts';
import { ExpectedError } from '#lib/platform/errors/errors.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => redirect(303, `/o/${params.org}/app/people/roles`);

export const actions: Actions = {
	/** Takes a role away. */
	async default({ locals, request, params }) {
		const id = v.safeParse(v.pipe(v.string(), v.uuid()), (await request.formData()).get('grant'));
		if (!id.success) throw new ExpectedError('invalid_input');
		await locals.act((ctx) => endGrant(ctx, id.output));
		redirect(303, `/o/${params.org}/app/people/roles`);
	},
};
