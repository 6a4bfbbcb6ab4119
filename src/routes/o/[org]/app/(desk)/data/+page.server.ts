import { openCorrections } from '#lib/privacy/server/correct.ts';
import { listErasures } from '#lib/privacy/server/erase.ts';
import { listHolds } from '#lib/privacy/server/hold.ts';
import type { PageServerLoad } from './$types';

/** What people ask about their data, and what is held. */
export const load: PageServerLoad = ({ locals }) =>
	locals.act(async (ctx) => ({
		corrections: await openCorrections(ctx),
		erasures: await listErasures(ctx),
		holds: await listHolds(ctx),
		keys: { leaver: crypto.randomUUID(), hold: crypto.randomUUID() },
	}));
