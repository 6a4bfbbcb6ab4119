import { json } from '@sveltejs/kit';
import { beginPasskeySignIn } from '#lib/platform/auth/server/passkey-sign-in.ts';
import { passkeyHome } from '../../../../../server/public-address.ts';
import type { RequestHandler } from './$types';

/** Asks for a passkey, whoever has one. */
export const POST: RequestHandler = async ({ locals, url }) => {
	const home = passkeyHome(locals.upstander.config, url);
	return json(await locals.act((ctx) => beginPasskeySignIn(ctx, home)));
};
