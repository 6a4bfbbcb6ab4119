import { redirect } from '@sveltejs/kit';
import { ensureDemo } from '#lib/demo/server/ensure-demo.ts';
import { ExpectedError } from '#lib/platform/errors/errors.ts';
import { codeIsRight, mayRunFirst } from '../../../server/first-run.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => redirect(303, '/');

export const actions: Actions = {
	/** Builds the demo organization, or finds it. It stands beside real ones and never turns into one. */
	async default({ locals, request, platform }) {
		const { code } = Object.fromEntries(await request.formData());
		if (!mayRunFirst(platform?.req) && !codeIsRight(code)) throw new ExpectedError('not_first_run');
		const org = await ensureDemo(locals.upstander);
		redirect(303, `/o/${org.slug}`);
	},
};
