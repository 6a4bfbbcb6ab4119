import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { accessPeople } from '#lib/people/server/access.ts';
import { applyImport } from '#lib/people/server/apply-import.ts';
import { previewImport } from '#lib/people/server/stage-import.ts';
import { notFound } from '#lib/platform/errors/errors.ts';
import { fileKeyOf, forgetFileKey } from '../file-key.ts';
import type { Actions, PageServerLoad } from './$types';

/** Problems shown on the page; the rest is counted. */
const most = 200;

export const load: PageServerLoad = async ({ locals, params, cookies }) => {
	const { preview, today } = await locals.act(async (ctx) => ({
		preview: await previewImport(ctx, params.import),
		today: ctx.today,
	}));
	if (preview.state === 'asking') redirect(303, `${params.import}/columns`);
	const { plan, outline, ...rest } = preview;
	return {
		preview: rest,
		today,
		canCorrect: preview.hasFile && fileKeyOf(cookies, params.import) !== undefined,
		leftOut:
			outline?.columns
				.filter(({ column, heading }) => column === null && heading !== '')
				.map(({ heading }) => heading) ?? [],
		skipped: outline?.skipped.slice(0, 20) ?? [],
		cut: outline?.cut ?? null,
		added: plan.added.slice(0, 20),
		changed: plan.changed.slice(0, 50),
		missing: plan.missing,
		problems: plan.problems.slice(0, most),
		moreProblems: Math.max(0, plan.problems.length - most),
	};
};

const day = v.pipe(v.string(), v.isoDate());

export const actions: Actions = {
	/** The yes: lets the people in. */
	async default({ locals, params, request, cookies, url }) {
		await locals.act(async (ctx) => accessPeople(ctx, 'import'));
		const data = await request.formData();
		const from = String(data.get('from') ?? '');
		if (from !== '' && !v.is(day, from)) return fail(400, { problem: 'from' as const });
		const leavers = data.get('all-left') === 'yes' ? 'all' : data.getAll('left').map(String);
		const wish = {
			corrects: data.get('how') === 'correct',
			leavers,
			...(from === '' ? {} : { from }),
		} as const;
		await locals.act((ctx) => applyImport(ctx, params.import, wish));
		if (!locals.org) throw notFound();
		forgetFileKey(cookies, locals.org);
		redirect(303, url.pathname);
	},
};
