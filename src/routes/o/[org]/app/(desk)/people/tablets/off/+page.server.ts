import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { switchOffTablet } from '#lib/platform/auth/server/shared-tablet.ts';
import { ExpectedError } from '#lib/platform/errors/errors.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => redirect(303, `/o/${params.org}/app/people/tablets`);

export const actions: Actions = {
	/** Switches a shared tablet off, wherever it is. */
	async default({ locals, request, params }) {
		const id = v.safeParse(v.pipe(v.string(), v.uuid()), (await request.formData()).get('tablet'));
		if (!id.success) throw new ExpectedError('invalid_input');
		await locals.act((ctx) => switchOffTablet(ctx, id.output));
		redirect(303, `/o/${params.org}/app/people/tablets`);
	},
};
