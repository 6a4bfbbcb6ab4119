import { json } from '@sveltejs/kit';
import { signInByPasskey } from '#lib/platform/auth/server/passkey-sign-in.ts';
import { ExpectedError, notFound } from '#lib/platform/errors/errors.ts';
import { deviceOf } from '../../../../../../server/device.ts';
import { passkeyHome } from '../../../../../../server/public-address.ts';
import { jsonField } from '../../../../../../server/json-field.ts';
import { setSessionCookie, signedInPath } from '../../../../../../server/session-cookie.ts';
import type { RequestHandler } from './$types';

/** Signs in whoever answered rightly. */
export const POST: RequestHandler = async ({ locals, request, cookies, url }) => {
	const { org, upstander } = locals;
	if (!org) throw notFound();
	const answer = jsonField(await request.formData(), 'answer');
	const home = passkeyHome(upstander.config, url);
	const session = await locals.act((ctx) => signInByPasskey(ctx, home, answer, deviceOf(request.headers)));
	if (!session) throw new ExpectedError('passkey_refused');
	setSessionCookie(cookies, org, url, session.token, session.expiresAt);
	return json({ to: signedInPath(org) });
};
