import { gatherCopy } from '#lib/privacy/server/gather-copy.ts';
import { ownCorrections } from '#lib/privacy/server/correct.ts';
import { ownErasure } from '#lib/privacy/server/erase.ts';
import type { PageServerLoad } from './$types';

/** Rows of a table that the page shows; all of them are in the file. */
const shown = 12;

export const load: PageServerLoad = ({ locals }) =>
	locals.act(async (ctx) => {
		const tables = await gatherCopy(ctx, locals.upstander.data, locals.locale);
		return {
			tables: tables.map((table) => ({
				...table,
				rows: table.rows.slice(0, shown),
				more: Math.max(0, table.rows.length - shown),
			})),
			corrections: await ownCorrections(ctx),
			erasure: (await ownErasure(ctx)) ?? null,
			keys: { correction: crypto.randomUUID(), erasure: crypto.randomUUID() },
		};
	});
