import { previewRetention } from '#lib/privacy/server/retain.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
	locals.act(async (ctx) => {
		const { tables, people, held } = await previewRetention(ctx, locals.upstander.data);
		const { locale } = locals;
		return {
			held,
			people,
			tables: tables.map(({ table, title, rule, rows }) => ({
				table,
				title: title[locale],
				rule: rule[locale],
				rows,
			})),
		};
	});
