import { redirect } from '@sveltejs/kit';
import { liftHold } from '#lib/privacy/server/hold.ts';
import { idIn } from '../../id-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => redirect(303, `/o/${params.org}/app/data`);

export const actions: Actions = {
	async default({ locals, params }) {
		await locals.act((ctx) => liftHold(ctx, idIn(params.hold)));
		redirect(303, `/o/${params.org}/app/data`);
	},
};
