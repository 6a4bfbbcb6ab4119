import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { reachPeople } from '#lib/people/server/find-person.ts';
import { ExpectedError } from '#lib/platform/errors/errors.ts';
import { retryForm, retryMails } from '#lib/platform/mail/server/retry-mails.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => redirect(303, `/o/${params.org}/app/outbox`);

export const actions: Actions = {
	async default({ locals, request, params }) {
		const parsed = v.safeParse(retryForm, Object.fromEntries(await request.formData()));
		if (!parsed.success) throw new ExpectedError('invalid_input');
		await locals.act((ctx) => retryMails(ctx, parsed.output, reachPeople));
		redirect(303, `/o/${params.org}/app/outbox?again`);
	},
};
