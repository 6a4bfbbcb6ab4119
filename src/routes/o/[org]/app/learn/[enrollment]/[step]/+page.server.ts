import { fail, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/learning/answer.ts';
import { answerStep, readAnswerForm } from '#lib/learning/server/answer-step.ts';
import { viewStep } from '#lib/learning/server/view-step.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const view = await locals.act((ctx) => viewStep(ctx, params.enrollment, params.step, locals.locale));
	if ('goTo' in view) redirect(303, view.goTo);
	return { view, key: crypto.randomUUID() };
};

export const actions: Actions = {
	/** Stores the answer, then shows what comes of it: here, or on the next step after a step that was only read. */
	async default({ locals, params, request }) {
		const data = await request.formData();
		const form = readAnswerForm(data, answerForm);
		// A browser without scripts cannot ask for at least one of several boxes.
		if (data.has('boxes') && form.option.length === 0) return fail(400, { missing: true });
		await locals.act((ctx) => answerStep(ctx, params.enrollment, params.step, form));
		const next = String(data.get('next') ?? '');
		redirect(303, /^[a-z][a-z0-9-]*$/.test(next) ? next : `${params.step}#now`);
	},
};
