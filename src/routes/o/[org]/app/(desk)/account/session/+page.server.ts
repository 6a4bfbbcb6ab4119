import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { revokeSession } from '#lib/platform/auth/server/session.ts';
import { ExpectedError, notFound } from '#lib/platform/errors/errors.ts';
import { clearSessionCookie } from '../../../../../../../server/session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => redirect(303, `/o/${params.org}/app/account`);

export const actions: Actions = {
	/** Ends a session; ending the one in use is signing out. */
	async default({ locals, request, cookies, params }) {
		const id = v.safeParse(v.pipe(v.string(), v.uuid()), (await request.formData()).get('session'));
		if (!id.success) throw new ExpectedError('invalid_input');
		await locals.act((ctx) => revokeSession(ctx, id.output));
		if (locals.actor.kind !== 'person' || locals.actor.sessionId !== id.output) {
			redirect(303, `/o/${params.org}/app/account`);
		}
		if (!locals.org) throw notFound();
		clearSessionCookie(cookies, locals.org);
		redirect(303, `/o/${params.org}?lang=${locals.locale}`);
	},
};
