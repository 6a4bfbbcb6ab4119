import { redirect } from '@sveltejs/kit';
import { openHandbook, searchHandbook, topicOfScreen } from '#lib/handbook/server/open-handbook.ts';
import type { PageServerLoad } from './$types';

/** All topics; those that answer `?q=`; or, with `?from=`, the one that helps on that screen. */
export const load: PageServerLoad = async ({ locals, url, params }) => {
	const from = url.searchParams.get('from');
	const asked = (url.searchParams.get('q') ?? '').trim().slice(0, 200);
	const opened = await locals.act((ctx) =>
		Promise.resolve({
			topic: from ? topicOfScreen(ctx, from) : undefined,
			contents: openHandbook(ctx, locals.locale),
			hits: asked ? searchHandbook(ctx, asked, locals.locale) : [],
		}),
	);
	const { topic, contents, hits } = opened;
	if (topic) redirect(303, `/o/${params.org}/app/help/${topic}`);
	return { contents, asked, hits, lost: from !== null };
};
