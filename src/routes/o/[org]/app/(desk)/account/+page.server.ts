import { listSessions } from '#lib/platform/auth/server/session.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ sessions: await locals.act(listSessions) });
