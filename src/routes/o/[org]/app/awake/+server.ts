import { ExpectedError } from '#lib/platform/errors/errors.ts';
import type { RequestHandler } from './$types';

/** Somebody still reads, on a shared tablet: that it was asked is all there is to it. */
export const POST: RequestHandler = ({ locals }) => {
	if (locals.actor.kind !== 'person') throw new ExpectedError('sign_in_required');
	return new Response(null, { status: 204 });
};
