import { json } from '@sveltejs/kit';
import { ownName } from '#lib/people/server/find-person.ts';
import { beginPasskey } from '#lib/platform/auth/server/passkey.ts';
import { passkeyHome } from '../../../../../../../server/public-address.ts';
import type { RequestHandler } from './$types';

/** Asks this device for a new passkey. */
export const POST: RequestHandler = async ({ locals, url }) => {
	const home = passkeyHome(locals.upstander.config, url);
	return json(await locals.act(async (ctx) => beginPasskey(ctx, home, (await ownName(ctx)).calledName)));
};
