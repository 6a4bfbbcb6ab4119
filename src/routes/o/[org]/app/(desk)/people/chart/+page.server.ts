import { viewChart } from '#lib/people/server/view-chart.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const from = url.searchParams.get('from');
	return locals.act(async (ctx) => ({ ...(await viewChart(ctx, from)), from }));
};
