import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { ExpectedError } from '#lib/platform/errors/errors.ts';
import { decisionForm } from '#lib/privacy/erasure.ts';
import { decideErasure, reviewErasure } from '#lib/privacy/server/erase.ts';
import { idIn } from '../../id-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.act(async (ctx) => {
		const { plan, ...line } = await reviewErasure(ctx, locals.upstander.data, idIn(params.erasure));
		const fates = plan.fates.map(({ table, title, rows, fate, why }) => ({
			table,
			title: title[locals.locale],
			rows,
			fate,
			why: why?.[locals.locale] ?? '',
		}));
		return { line, plan: { ...plan, fates } };
	});

export const actions: Actions = {
	async default({ locals, request, params }) {
		const parsed = v.safeParse(decisionForm, Object.fromEntries(await request.formData()));
		if (!parsed.success) throw new ExpectedError('invalid_input');
		const { data } = locals.upstander;
		await locals.act((ctx) => decideErasure(ctx, data, idIn(params.erasure), parsed.output));
		redirect(303, `/o/${params.org}/app/data`);
	},
};
