import { courseTitles } from '#lib/learning/server/list-courses.ts';
import { audienceChoices } from '#lib/people/server/audience-choices.ts';
import { listLaunches } from '#lib/program/server/list-launches.ts';
import { describeAudience } from '#lib/program/describe-audience.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
	locals.act(async (ctx) => {
		const launches = await listLaunches(ctx);
		const titles = await courseTitles(ctx, locals.locale);
		const { sites, departments } = await audienceChoices(ctx);
		const names = new Map([...sites, ...departments].map(({ value, label }) => [value, label]));
		return {
			launches: launches.map(({ audience, ...launch }) => ({
				...launch,
				title: titles.get(launch.course) ?? launch.course,
				audience: describeAudience(audience, (id) => names.get(id) ?? '', locals.locale),
			})),
		};
	});
