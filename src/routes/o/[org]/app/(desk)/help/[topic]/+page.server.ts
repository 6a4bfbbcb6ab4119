import { openTopic } from '#lib/handbook/server/open-handbook.ts';
import type { PageServerLoad } from './$types';

/** One topic of the handbook. */
export const load: PageServerLoad = async ({ locals, params }) => ({
	topic: await locals.act((ctx) => Promise.resolve(openTopic(ctx, params.topic, locals.locale))),
});
