import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { emailSchema } from '#lib/people/person.ts';
import { requestSignIn } from '#lib/people/server/request-sign-in.ts';
import { publicAddress } from '../../../server/public-address.ts';
import { cast } from '#lib/demo/cast.ts';
import type { Actions, PageServerLoad } from './$types';

/** The door: signing in, and in a demo the cast. */
export const load: PageServerLoad = ({ locals }) => ({
	cast: locals.org?.kind === 'demo' ? cast.map(({ number, name, part }) => ({ number, name, part })) : null,
});

export const actions: Actions = {
	/** Sends a link. Known and unknown addresses are answered alike. */
	async default({ locals, request, params, url }) {
		const typed = String((await request.formData()).get('email') ?? '').slice(0, 300);
		const email = v.safeParse(emailSchema, typed);
		if (!email.success) return fail(400, { wrong: true, email: typed });
		const address = publicAddress(locals.upstander.config, url);
		await locals.act((ctx) => requestSignIn(ctx, email.output, address));
		redirect(303, `/o/${params.org}/sign-in/sent?lang=${locals.locale}`);
	},
};
