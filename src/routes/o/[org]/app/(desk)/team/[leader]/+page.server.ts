import * as v from 'valibot';
import { notFound } from '#lib/platform/errors/errors.ts';
import { accessOwnAccount } from '#lib/platform/auth/server/session.ts';
import { loadTeam } from '../server/load-team.ts';
import type { PageServerLoad } from './$types';

/** The team of a leader in one's own line. */
export const load: PageServerLoad = ({ locals, params, url }) =>
	locals.act(async (ctx) => {
		accessOwnAccount(ctx);
		if (!v.is(v.pipe(v.string(), v.uuid()), params.leader)) throw notFound();
		return { team: await loadTeam(ctx, url, locals.locale, params.leader) };
	});
