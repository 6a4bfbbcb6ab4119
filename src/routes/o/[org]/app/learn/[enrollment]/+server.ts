import { redirect } from '@sveltejs/kit';
import { currentStep } from '#lib/learning/server/view-step.ts';
import type { RequestHandler } from './$types';

/** Goes on where one stopped. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const step = await locals.act((ctx) => currentStep(ctx, params.enrollment));
	redirect(303, `${url.pathname}/${step}`);
};
