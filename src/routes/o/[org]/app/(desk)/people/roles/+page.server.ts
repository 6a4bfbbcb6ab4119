import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { roleForm } from '#lib/people/role-form.ts';
import { giveRole } from '#lib/people/server/give-role.ts';
import { listPeople } from '#lib/people/server/list-people.ts';
import { listRoles } from '#lib/people/server/list-roles.ts';
import { ExpectedError } from '#lib/platform/errors/errors.ts';
import type { Actions, PageServerLoad } from './$types';

const mostFound = 20;

export const load: PageServerLoad = async ({ locals, url }) => {
	const find = (url.searchParams.get('find') ?? '').trim().slice(0, 100);
	const chosen = url.searchParams.get('person');
	return locals.act(async (ctx) => {
		const roles = await listRoles(ctx);
		const { people, total } = find ? await listPeople(ctx, { search: find }) : { people: [], total: 0 };
		const found = people.slice(0, mostFound).map(({ id, name, number }) => ({ id, name, number }));
		return {
			...roles,
			find,
			found,
			more: total > mostFound,
			person: found.find(({ id }) => id === chosen) ?? (found.length === 1 ? found[0] : undefined),
			key: crypto.randomUUID(),
		};
	});
};

export const actions: Actions = {
	/** Gives a role. */
	async default({ locals, request, params }) {
		const parsed = v.safeParse(roleForm, Object.fromEntries(await request.formData()));
		if (!parsed.success) return fail(400, { wrong: true });
		try {
			await locals.act((ctx) => giveRole(ctx, parsed.output));
		} catch (error) {
			if (error instanceof ExpectedError && error.code === 'invalid_input') return fail(400, { wrong: true });
			throw error;
		}
		redirect(303, `/o/${params.org}/app/people/roles`);
	},
};
