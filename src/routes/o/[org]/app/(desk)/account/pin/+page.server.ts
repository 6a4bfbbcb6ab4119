import { fail, redirect } from '@sveltejs/kit';
import { chooseOwnPin, ownPinSince } from '#lib/people/server/choose-pin.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
	locals.act(async (ctx) => ({ since: await ownPinSince(ctx) }));

export const actions: Actions = {
	async default({ locals, request, params }) {
		const data = await request.formData();
		const wish = { pin: String(data.get('pin') ?? ''), again: String(data.get('again') ?? '') };
		const problem = await locals.act((ctx) => chooseOwnPin(ctx, wish));
		if (problem) return fail(400, { problem });
		redirect(303, `/o/${params.org}/app/account`);
	},
};
