import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { courseTitles } from '#lib/learning/server/list-courses.ts';
import { assignCourse, assignForm } from '#lib/program/server/assign-course.ts';
import { countPeople } from '#lib/people/server/count-people.ts';
import { accessProgram } from '#lib/program/server/access.ts';
import { publicAddress } from '../../../../../../../server/public-address.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
	locals.act(async (ctx) => {
		accessProgram(ctx, 'assign');
		return {
			key: crypto.randomUUID(),
			courses: [...(await courseTitles(ctx, locals.locale))].map(([value, label]) => ({ value, label })),
			people: await countPeople(ctx),
			soon: new Date(ctx.now.getTime() + 21 * 24 * 3600_000).toISOString().slice(0, 10),
		};
	});

export const actions: Actions = {
	async default({ locals, request, params, url }) {
		const parsed = v.safeParse(assignForm, Object.fromEntries(await request.formData()));
		if (!parsed.success) return fail(400, { wrong: true });
		const address = publicAddress(locals.upstander.config, url);
		const asked = await locals.act((ctx) => assignCourse(ctx, parsed.output, address));
		redirect(303, `/o/${params.org}/app/program?asked=${asked}`);
	},
};
