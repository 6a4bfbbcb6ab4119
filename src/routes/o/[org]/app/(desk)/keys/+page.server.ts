import { redirect } from '@sveltejs/kit';
import { addSealingKey } from '#lib/platform/sealing/server/add-key.ts';
import { listOwnKeys } from '#lib/platform/sealing/server/list-keys.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const keys = await locals.act(listOwnKeys);
	return {
		key: crypto.randomUUID(),
		keys: keys.map(({ id, wrappedBy, createdAt }) => ({ id, wrappedBy, createdAt })),
	};
};

export const actions: Actions = {
	/** Takes the public half, and the secret one only wrapped. */
	async default({ locals, request, params }) {
		const data = Object.fromEntries(await request.formData());
		await locals.act((ctx) => addSealingKey(ctx, data));
		redirect(303, `/o/${params.org}/app/keys`);
	},
};
