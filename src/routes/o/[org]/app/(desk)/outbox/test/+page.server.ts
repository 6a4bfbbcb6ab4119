import { redirect } from '@sveltejs/kit';
import { ownAddress } from '#lib/people/server/find-person.ts';
import { sendTest } from '#lib/platform/mail/server/send-test.ts';
import { formKey } from '../../../../../../../server/form-key.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => redirect(303, `/o/${params.org}/app/outbox`);

export const actions: Actions = {
	async default({ locals, request, params }) {
		const key = formKey(await request.formData());
		await locals.act(async (ctx) => sendTest(ctx, key, await ownAddress(ctx)));
		redirect(303, `/o/${params.org}/app/outbox?tested`);
	},
};
