import { redirect } from '@sveltejs/kit';
import { listRecipients } from '#lib/platform/sealing/server/list-keys.ts';
import { leaveNote } from '#lib/speakup/server/leave-note.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	return { key: crypto.randomUUID(), recipients: await locals.act(listRecipients) };
};

export const actions: Actions = {
	/** Takes a note from nobody: this branch of the site reads no cookie and knows no actor. */
	async default({ locals, request, params }) {
		const form = Object.fromEntries(await request.formData());
		await locals.act((ctx) => leaveNote(ctx, form));
		redirect(303, `/o/${params.org}/speak-up/sent?lang=${locals.locale}`);
	},
};
