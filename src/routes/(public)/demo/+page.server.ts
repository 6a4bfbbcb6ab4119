import { redirect } from '@sveltejs/kit';
import { buildDemo, demoState } from '#lib/demo/server/build-demo.ts';
import { ExpectedError } from '#lib/platform/errors/errors.ts';
import { codeIsRight, mayRunFirst } from '../../../server/first-run.ts';
import type { Actions, PageServerLoad } from './$types';

/** How far the demo organization is; when it stands, its door. */
export const load: PageServerLoad = async ({ locals }) => {
	const { upstander, locale } = locals;
	const now = await demoState(upstander);
	if (now.state === 'ready') redirect(303, `/o/${now.org.slug}?lang=${locale}`);
	if (now.state === 'none') redirect(303, '/');
	const percent = now.state === 'building' && now.part !== null ? Math.floor(now.part * 100) : null;
	return { failed: now.state === 'failed', percent, people: upstander.config.DEMO_PEOPLE, locale };
};

export const actions: Actions = {
	/** Begins to build the demo organization, or finds it. It stands beside real ones and never turns into one. */
	async default({ locals, request, platform }) {
		const { code } = Object.fromEntries(await request.formData());
		if (!mayRunFirst(platform?.req) && !codeIsRight(code)) throw new ExpectedError('not_first_run');
		const now = await buildDemo(locals.upstander);
		redirect(303, now.state === 'ready' ? `/o/${now.org.slug}` : `/demo?lang=${locals.locale}`);
	},
};
