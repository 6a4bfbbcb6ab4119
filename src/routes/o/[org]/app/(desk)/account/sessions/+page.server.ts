import { redirect } from '@sveltejs/kit';
import { endAllSessions } from '#lib/platform/auth/server/session.ts';
import { notFound } from '#lib/platform/errors/errors.ts';
import { clearSessionCookie } from '../../../../../../../server/session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => redirect(303, `/o/${params.org}/app/account`);

export const actions: Actions = {
	/** Signs out everywhere, here too. */
	async default({ locals, cookies, params }) {
		if (!locals.org) throw notFound();
		await locals.act(endAllSessions);
		clearSessionCookie(cookies, locals.org);
		redirect(303, `/o/${params.org}?lang=${locals.locale}`);
	},
};
