import { loadTeam } from './server/load-team.ts';
import type { PageServerLoad } from './$types';

/** Who in my team is not done? */
export const load: PageServerLoad = ({ locals, url }) =>
	locals.act(async (ctx) => ({ team: await loadTeam(ctx, url, locals.locale) }));
