import { redirect } from '@sveltejs/kit';
import { ownAddress } from '#lib/people/server/find-person.ts';
import { sendTest } from '#lib/platform/mail/server/send-test.ts';
import { formKey } from '../../../../../../../server/form-key.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => redirect(303, `/o/${params.org}/app/outbox`);

export const actions: Actions = {
	async default({ locals, request, params }) {
		const data = await request.formData();
		const key = formKey(data);
		await locals.act(async (ctx) => sendTest(ctx, key, await ownAddress(ctx)));
		const back = data.get('back') === 'set-up' ? 'set-up' : 'outbox';
		redirect(303, `/o/${params.org}/app/${back}?tested`);
	},
};
