import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { ExpectedError } from '#lib/platform/errors/errors.ts';
import { leaverForm } from '#lib/privacy/erasure.ts';
import { askErasureFor } from '#lib/privacy/server/erase.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => redirect(303, `/o/${params.org}/app/data`);

export const actions: Actions = {
	/** Asks for somebody who cannot, and shows what would go. */
	async default({ locals, request, params }) {
		const parsed = v.safeParse(leaverForm, Object.fromEntries(await request.formData()));
		if (!parsed.success) throw new ExpectedError('invalid_input');
		const id = await locals.act((ctx) => askErasureFor(ctx, parsed.output));
		redirect(303, `/o/${params.org}/app/data/erasures/${id}`);
	},
};
