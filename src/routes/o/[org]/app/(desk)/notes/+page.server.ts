import { listOwnKeys } from '#lib/platform/sealing/server/list-keys.ts';
import { listNotes } from '#lib/speakup/server/list-notes.ts';
import type { PageServerLoad } from './$types';

/** Sealed notes and one's own wrapped keys: both are opened in the browser, neither here. */
export const load: PageServerLoad = ({ locals }) =>
	locals.act(async (ctx) => {
		const keys = await listOwnKeys(ctx);
		return {
			notes: await listNotes(ctx),
			keys: keys.map(({ id, wrapped, wrappedBy }) => ({ id, wrapped, wrappedBy })),
		};
	});
