import { leadsTeam } from '#lib/program/server/team-progress.ts';
import type { LayoutServerLoad } from './$types';

/** The desk's navigation shows a team to those who have one. */
export const load: LayoutServerLoad = async ({ locals }) => ({ leads: await locals.act(leadsTeam) });
