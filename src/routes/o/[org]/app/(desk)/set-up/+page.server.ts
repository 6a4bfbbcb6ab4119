import { courseTitles } from '#lib/learning/server/list-courses.ts';
import { setUpSteps } from '#lib/setup/server/set-up-steps.ts';
import { canWait } from '#lib/setup/set-up.ts';
import type { PageServerLoad } from './$types';

/** What is left before people can begin. */
export const load: PageServerLoad = ({ locals, url }) =>
	locals.act(async (ctx) => ({
		setUp: await setUpSteps(ctx, locals.upstander.mailer !== undefined),
		timeZone: ctx.org.timeZone,
		language: ctx.org.language,
		courses: [...(await courseTitles(ctx, locals.locale))].map(([id, title]) => ({ id, title })),
		keys: {
			test: crypto.randomUUID(),
			...Object.fromEntries(canWait.map((id) => [id, crypto.randomUUID()])),
		} as Readonly<Record<string, string>>,
		tested: url.searchParams.has('tested'),
	}));
