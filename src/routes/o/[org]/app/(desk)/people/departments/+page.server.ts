import { listDepartments } from '#lib/people/server/list-places.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	departments: await locals.act(listDepartments),
});
