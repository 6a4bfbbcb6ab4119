import { fail, redirect } from '@sveltejs/kit';
import { notFound } from '#lib/platform/errors/errors.ts';
import { mergePeople, planMerge } from '#lib/people/server/merge-people.ts';
import { viewPerson } from '#lib/people/server/view-person.ts';
import { progressOf } from '#lib/program/server/progress-of.ts';
import { formKey } from '../../../../../../../../../../server/form-key.ts';
import type { Actions, PageServerLoad } from './$types';

/** Which of the two is kept, and which is not. */
function direction({ one, other }: { one: string; other: string }, keep: unknown) {
	if (keep === one && one !== other) return { from: other, into: one };
	if (keep === other && one !== other) return { from: one, into: other };
	throw notFound();
}

export const load: PageServerLoad = ({ locals, params, url }) =>
	locals.act(async (ctx) => {
		const { from, into } = direction(params, url.searchParams.get('keep'));
		const plan = await planMerge(ctx, from, into);
		const [theirs, kept] = [await viewPerson(ctx, from), await viewPerson(ctx, into)];
		if (!('admin' in theirs) || !('admin' in kept)) throw notFound();
		return {
			plan,
			from: { name: theirs.admin.name, number: theirs.admin.number },
			into: { id: into, name: kept.admin.name, number: kept.admin.number },
			courses: (await progressOf(ctx, from, locals.locale)).map(({ title }) => title),
			key: crypto.randomUUID(),
		};
	});

export const actions: Actions = {
	async default({ locals, request, params }) {
		const data = await request.formData();
		const { from, into } = direction(params, data.get('keep'));
		const refusals = await locals.act((ctx) => mergePeople(ctx, { key: formKey(data), from, into }));
		if (refusals.length > 0) return fail(400, { refusals });
		redirect(303, `/o/${params.org}/app/people/${into}`);
	},
};
