import { viewOwnFacts } from '#lib/people/server/view-person.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ person: await locals.act(viewOwnFacts) });
