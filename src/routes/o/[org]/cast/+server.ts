import { redirect } from '@sveltejs/kit';
import { castMember } from '#lib/demo/server/ensure-demo.ts';
import { cast } from '#lib/demo/cast.ts';
import { startSession } from '#lib/platform/auth/server/session.ts';
import { ExpectedError, notFound } from '#lib/platform/errors/errors.ts';
import { deviceOf } from '../../../../server/device.ts';
import { setSessionCookie, signedInPath } from '../../../../server/session-cookie.ts';
import type { RequestHandler } from './$types';

/** Becomes somebody of the cast. There is a cast in a demo organization alone; elsewhere this is not found. */
export const POST: RequestHandler = async ({ locals, request, cookies, url }) => {
	const { org } = locals;
	if (org?.kind !== 'demo') throw notFound();
	const number = String((await request.formData()).get('number') ?? '');
	if (!cast.some((member) => member.number === number)) throw new ExpectedError('invalid_input');
	const { token, expiresAt } = await locals.act(async (ctx) => {
		const account = await castMember(ctx, number);
		if (!account) throw notFound();
		return startSession(ctx, account, deviceOf(request.headers));
	});
	setSessionCookie(cookies, org, url, token, expiresAt);
	redirect(303, signedInPath(org));
};
