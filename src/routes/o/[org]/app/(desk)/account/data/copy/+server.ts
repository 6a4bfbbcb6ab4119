import { ExpectedError } from '#lib/platform/errors/errors.ts';
import { m } from '#lib/paraglide/messages.js';
import { copyFile } from '#lib/privacy/copy.ts';
import { takeCopy } from '#lib/privacy/server/gather-copy.ts';
import type { RequestHandler } from './$types';

/** Everything stored about whoever asks, as one file. */
export const GET: RequestHandler = async ({ locals }) => {
	const { org, locale, upstander } = locals;
	if (!org || locals.actor.kind !== 'person') throw new ExpectedError('sign_in_required');
	const tables = await locals.act((ctx) => takeCopy(ctx, upstander.data, locale));
	const intro = m.privacy_own_intro({ org: org.name });
	return new Response(copyFile(tables, { org: org.name, takenAt: upstander.now(), intro }), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="my-data-${org.slug}.json"`,
		},
	});
};
